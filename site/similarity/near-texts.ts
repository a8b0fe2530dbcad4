import type { Abbreviations } from '#search/abbreviations.ts';
import { absent, keptLists, keptRows, placesBefore, placesNow, type TextLists } from './kept-texts.ts';
import { nearAll } from './near-all.ts';
import { nearChanged } from './near-changed.ts';
import { type Measure, measures, type Near, type PairedTexts, rareMost } from './nearness.ts';
import { textPairs } from './text-pairs.ts';

/** A text and the instant from which it is known. */
export interface DatedText {
  /** Texts of one fingerprint are the same. */
  readonly fingerprint: string;
  readonly instant: number;
  /** Asked for only where no text of this fingerprint was known at this instant before. */
  readonly text: () => string;
}

/** What was found out about texts, to be kept until they are compared again: plain data. */
export interface NearTextsState extends TextLists {
  readonly abbreviations: string;
  readonly keys: readonly string[];
  readonly instants: Float64Array;
  readonly holders: Uint8Array;
  /** Where what is near to each text begins; a last place more, where all ends. */
  readonly nearStarts: Int32Array;
  readonly nearTexts: Int32Array;
  readonly nearness: Float64Array;
}

/** Where more texts than these are new, gone or measured otherwise, all are compared: that takes no longer. */
const mostChanged = 20;
const nothingNear: ReadonlyMap<number, number> = new Map();

/**
 * For each item of a list that is oldest first, the earlier ones with a text near its own, and how near. Each stretch of
 * the text counts the rarest pair of words that both hold (0.63 where one text held it before, 0.2 where many did); what
 * may be chance is taken off. What is rare is told from earlier texts alone, so that no later one changes anything.
 * With the state of the last time only what changed is read and compared; what comes out is the same.
 */
export function nearTexts<Item>(
  oldestFirst: readonly Item[],
  tell: (item: Item) => DatedText,
  abbreviations: Abbreviations,
  before?: NearTextsState,
): { near: Map<Item, ReadonlyMap<Item, number>>; state: NearTextsState } {
  const texts = oldestFirst.map(tell);
  const known = before?.abbreviations === abbreviations.written ? before : nothing(abbreviations.written);
  const keys = texts.map(({ fingerprint, instant }) => `${instant} ${fingerprint}`);
  const from = placesBefore(known.keys, keys);
  const isSame = keys.length === known.keys.length && from.every((place, text) => place === text);
  const state = isSame ? known : stateOf(texts, keys, from, known, abbreviations);
  return { near: itemsNear(oldestFirst, state), state };
}

function nothing(abbreviations: string): NearTextsState {
  const [starts, none] = [new Int32Array(1), new Int32Array()];
  const lists = { keys: [], instants: new Float64Array(), starts, numbers: none, holders: new Uint8Array() };
  return { abbreviations, ...lists, nearStarts: starts, nearTexts: none, nearness: new Float64Array() };
}

function stateOf(
  texts: readonly DatedText[],
  keys: readonly string[],
  from: Int32Array,
  before: NearTextsState,
  abbreviations: Abbreviations,
): NearTextsState {
  const instants = Float64Array.from(texts, ({ instant }) => instant);
  const lists = keptLists(from, before, (text) => textPairs(texts[text]?.text() ?? '', abbreviations));
  const holders = holdersBefore(lists, from, before);
  const near = compared({ ...lists, holders, measures: measures(lists.starts, instants) }, from, before);
  return { abbreviations: abbreviations.written, keys, instants, ...lists, holders, ...packed(near) };
}

/** How many earlier texts held each pair; where nothing is known, and nothing will be found, more than may be rare. */
function holdersBefore({ starts, numbers }: TextLists, from: Int32Array, before: NearTextsState): Uint8Array {
  const holders = new Uint8Array(numbers.length).fill(rareMost + 1);
  for (const { text, place, length } of keptRows(from))
    holders.set(before.holders.subarray(before.starts[place], before.starts[place + length]), starts[text]);
  return holders;
}

function compared(texts: PairedTexts, from: Int32Array, before: NearTextsState): Near {
  const measuresBefore = measures(before.starts, before.instants);
  const now = placesNow(from, before.keys.length);
  const isKept = (text: number) => sameMeasure(measuresBefore[from[text] ?? absent], texts.measures[text]);
  const gone = [...now.keys()].filter((place) => now[place] === absent);
  const anew = [...from.keys()].filter((text) => !isKept(text));
  if (gone.length + anew.length > mostChanged) return nearAll(texts);

  const pairs = new Set<number>();
  const watch = ({ starts, numbers }: TextLists, places: readonly number[]) => {
    for (const place of places) for (const pair of numbers.subarray(starts[place], starts[place + 1])) pairs.add(pair);
  };
  watch(before, gone);
  watch(texts, anew);
  return nearChanged(texts, {
    pairs,
    added: from.reduce((count, place) => count + (place === absent ? 1 : 0), 0),
    isNew: (text) => from[text] === absent,
    nearBefore: (text) => (isKept(text) ? nearThen(before, from[text] ?? absent, now) : undefined),
  });
}

function sameMeasure(before: Measure | undefined, now: Measure | undefined): boolean {
  return before !== undefined && before.rarest === now?.rarest && before.middling === now.middling;
}

/** What was near to a text before and is still there, by its place now. */
function nearThen({ nearStarts, nearTexts, nearness }: NearTextsState, place: number, now: Int32Array) {
  const start = nearStarts[place] ?? 0;
  const end = nearStarts[place + 1] ?? 0;
  if (start === end) return nothingNear;
  const found = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const text = now[nearTexts[at] ?? absent] ?? absent;
    if (text !== absent) found.set(text, nearness[at] ?? 0);
  }
  return found;
}

function packed(near: Near) {
  const nearStarts = new Int32Array(near.length + 1);
  const texts: number[] = [];
  const nearness: number[] = [];
  near.forEach((found, text) => {
    nearStarts[text + 1] = (nearStarts[text] ?? 0) + found.size;
    found.forEach((value, other) => {
      texts.push(other);
      nearness.push(value);
    });
  });
  return { nearStarts, nearTexts: Int32Array.from(texts), nearness: Float64Array.from(nearness) };
}

function itemsNear<Item>(items: readonly Item[], { nearStarts, nearTexts, nearness }: NearTextsState) {
  const near = new Map<Item, ReadonlyMap<Item, number>>();
  const none: ReadonlyMap<Item, number> = new Map();
  items.forEach((item, text) => {
    const start = nearStarts[text] ?? 0;
    const end = nearStarts[text + 1] ?? 0;
    if (start === end) near.set(item, none);
    else {
      const found = new Map<Item, number>();
      for (let at = start; at < end; at++) found.set(items[nearTexts[at] ?? 0] as Item, nearness[at] ?? 0);
      near.set(item, found);
    }
  });
  return near;
}
