import { absent, keptRows, placesNow, type TextLists } from './kept-texts.ts';
import { WatchedNumbers } from './watched-numbers.ts';

/** Which texts hold nearly the same, and what leads to them. */
export interface NearCopies {
  /** A bit for each of the shingles that stand for a text: whether it leads to the text. */
  readonly leads: Uint16Array;
  /** Texts that are nearly the same, two and two: one, and another that was found by what leads to it. */
  readonly copies: Int32Array;
}

/** How many of a text's shingles stand for it, and how many of those that lead to it another must have to be compared. */
const sketchSize = 16;
const sketchHits = 4;
/** A shingle leads to the first texts it stands for (phrases such as the union's name are everywhere). */
const mostLedTo = 16;
const enoughShared = 0.8;

/**
 * The texts, as their shingles in ascending order, that are nearly the same; `from` tells where each stood `before`.
 * Anew are compared: a new text with all that lead to it, and with all texts one that is new or has other leads.
 */
export function nearCopies(texts: TextLists, from: Int32Array, before: TextLists & NearCopies): NearCopies {
  const isNew = (text: number) => from[text] === absent;
  const now = placesNow(from, before.leads.length);
  const gone = [...now.keys()].filter((place) => now[place] === absent);
  const all = [...from.keys()];
  const added = all.filter(isNew);
  const leads = new Uint16Array(all.length);
  for (const { text, place, length } of keptRows(from)) leads.set(before.leads.subarray(place, place + length), text);

  const changed = [...gone.map((place) => sketch(before, place)), ...added.map((text) => sketch(texts, text))];
  const otherLeads = leadAgain(texts, leads, new Set(changed.flatMap((each) => [...each])));
  const isAgain = (text: number) => isNew(text) || otherLeads.has(text);
  const leading = (text: number) => {
    const [all, lead] = [sketch(texts, text), leads[text] ?? 0];
    // Most lead: what is taken from such a list is a view of it.
    return lead === 2 ** all.length - 1 ? all : all.filter((_, at) => (lead >>> at) & 1);
  };
  const whole = (text: number) => list(texts, text);

  const copies: number[] = [];
  for (let at = 0; at < before.copies.length; at += 2) {
    const [text, other] = [now[before.copies[at] ?? 0] ?? absent, now[before.copies[at + 1] ?? 0] ?? absent];
    if (text !== absent && other !== absent && !isAgain(text)) copies.push(text, other);
  }
  const note = (text: number, other: number) => {
    const [earlier, later] = text < other ? [text, other] : [other, text];
    if (text !== other && nearlySame(whole(earlier), whole(later))) copies.push(text, other);
  };
  eachMeeting({ texts: all.filter(isAgain), list: leading }, { texts: all, list: whole }, all.length, note);
  const others = all.filter((text) => !isAgain(text));
  eachMeeting({ texts: added, list: whole }, { texts: others, list: leading }, all.length, (text, other) =>
    note(other, text),
  );
  return { leads, copies: Int32Array.from(copies) };
}

function list({ starts, numbers }: TextLists, text: number): Int32Array {
  return numbers.subarray(starts[text], starts[text + 1]);
}

function sketch(texts: TextLists, text: number): Int32Array {
  return list(texts, text).subarray(0, sketchSize);
}

/** Corrects what some shingles lead to; gives the texts for which that is new. */
function leadAgain(texts: TextLists, leads: Uint16Array, changed: ReadonlySet<number>): Set<number> {
  const ledTo = new Map<number, number>();
  const other = new Set<number>();
  for (const text of leads.keys()) {
    const start = texts.starts[text] ?? 0;
    const size = Math.min(sketchSize, (texts.starts[text + 1] ?? 0) - start);
    for (let at = 0; at < size; at++) {
      const one = texts.numbers[start + at] ?? 0;
      if (!changed.has(one)) continue;
      const count = ledTo.get(one) ?? 0;
      ledTo.set(one, count + 1);
      const [was, lead] = [((leads[text] ?? 0) >>> at) & 1, count < mostLedTo ? 1 : 0];
      if (was === lead) continue;
      leads[text] = (leads[text] ?? 0) ^ (1 << at);
      other.add(text);
    }
  }
  return other;
}

interface Side {
  readonly texts: readonly number[];
  readonly list: (text: number) => Int32Array;
}

/** Visits each text of one side with each of the other that has enough numbers of its list. */
function eachMeeting(one: Side, other: Side, count: number, visit: (text: number, other: number) => void): void {
  if (one.texts.length === 0 || other.texts.length === 0) return;
  const holders = new Map<number, number[]>();
  for (const text of one.texts)
    for (const number of one.list(text)) {
      const known = holders.get(number);
      if (known) known.push(text);
      else holders.set(number, [text]);
    }
  const watched = new WatchedNumbers(holders);
  const hits = new Uint16Array(count);
  for (const text of other.texts) {
    const met: number[] = [];
    const numbers = other.list(text);
    const next = (from: number) => watched.next(numbers, from, numbers.length);
    for (let at = next(0); at < numbers.length; at = next(at + 1)) {
      const known = watched.get(numbers[at] ?? 0);
      if (!known) continue;
      for (const holder of known) {
        const before = hits[holder] ?? 0;
        if (before === 0) met.push(holder);
        hits[holder] = before + 1;
      }
    }
    for (const holder of met) {
      if ((hits[holder] ?? 0) >= sketchHits) visit(holder, text);
      hits[holder] = 0;
    }
  }
}

/** Whether most of the shorter is in the longer; a round-up that tells an old short item among others is new. */
function nearlySame(earlier: Int32Array, later: Int32Array): boolean {
  if (earlier.length * 2 < later.length) return false;
  const [shorter, longer] = earlier.length < later.length ? [earlier, later] : [later, earlier];
  const enough = enoughShared * shorter.length;
  let shared = 0;
  let at = 0;
  for (let index = 0; index < shorter.length && shared + shorter.length - index >= enough; index++) {
    const one = shorter[index] ?? 0;
    while ((longer[at] ?? Infinity) < one) at++;
    if (longer[at] === one) shared++;
  }
  return shared >= enough;
}
