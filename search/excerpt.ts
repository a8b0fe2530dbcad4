import type { Abbreviations } from './abbreviations.ts';
import type { Entry } from './entry.ts';
import { levelAt } from './match.ts';
import type { Query } from './query.ts';
import { type Word, words } from './words.ts';

/** A stretch of text, marked where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What a result shows of an entry. */
export interface Excerpt {
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
}

/** How many letters of a text are shown, and how many of them before the first that was looked for. */
const [shown, before] = [220, 60];

interface Range {
  readonly start: number;
  readonly end: number;
  /** True where a whole part of the query stands together. */
  readonly whole: boolean;
}

/** The title of an entry and the stretch of its lead or body that answers best, what was looked for marked. */
export function excerpt(query: Query, { title, lead, body }: Entry, abbreviations: Abbreviations): Excerpt {
  const inText = (text: string) => ({ text, ranges: rangesIn(query, words(text, abbreviations)) });
  const places = [lead, body].map(inText);
  const best =
    places.find(({ ranges }) => ranges.some(({ whole }) => whole)) ??
    places.find(({ ranges }) => ranges.length > 0) ??
    inText(lead || body);
  const first = best.ranges.find(({ whole }) => whole) ?? best.ranges[0];
  const from = wordStart(best.text, (first?.start ?? 0) - before);
  return {
    title: cut(title, inText(title).ranges, 0, title.length),
    text: cut(best.text, best.ranges, from, wordStart(best.text, from + shown)),
  };
}

/** Where the parts of a query stand in a text; of a part that does not, its words, unless they were quoted. */
function rangesIn(query: Query, text: readonly Word[]): Range[] {
  const ranges = query.parts.flatMap((part) => {
    const together = text.flatMap((word, at): Range[] => {
      const last = text[at + part.words.length - 1];
      if (!last || levelAt(query, part, text, at) === undefined) return [];
      return [{ start: word.start, end: last.end, whole: true }];
    });
    if (together.length > 0 || part.quoted) return together;
    const keys = new Set(part.words.map(({ key }) => key));
    return text.filter(({ key }) => keys.has(key)).map(({ start, end }) => ({ start, end, whole: false }));
  });
  return ranges.sort((a, b) => a.start - b.start);
}

function cut(text: string, ranges: readonly Range[], from: number, to: number): Piece[] {
  const pieces: Piece[] = from > 0 ? [{ text: '… ', marked: false }] : [];
  let at = from;
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end).replaceAll('\n', ' '), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of ranges) {
    if (end <= at || start >= to) continue;
    add(start, false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

/** The first beginning of a word at a place or after it. */
function wordStart(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.slice(place - 1).search(/\s/);
  return space < 0 ? text.length : place + space;
}
