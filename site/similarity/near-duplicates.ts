import { fold } from '#vietnamese/fold.ts';
import { keptLists, placesBefore, type TextLists } from './kept-texts.ts';
import { type NearCopies, nearCopies } from './near-copies.ts';
import { shingles, syllableReader } from './shingles.ts';

/** An item that repeats one before it. */
export interface Repetition<Item> {
  readonly item: Item;
  readonly other: Item;
  readonly because: 'title' | 'text';
}

/** What is compared of an item. */
export interface Told {
  /** Items of one fingerprint have the same title and text. */
  readonly fingerprint: string;
  readonly instant: number;
  readonly title: string;
  /** Asked for only where nothing of this fingerprint and instant was known before. */
  readonly text: () => string;
}

/** What was found out about items, to be kept until they are compared again: plain data. */
export interface NearDuplicatesState extends TextLists, NearCopies {
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  /** The texts that are too short to be nearly the same as another; empty for all others. */
  readonly shortTexts: readonly string[];
}

/** Below this many syllables only the very same text is a repetition. */
const shortText = 30;

const none = new Int32Array();
const nothing: NearDuplicatesState = {
  ...{ keys: [], titles: [], shortTexts: [] },
  ...{ starts: none, numbers: none, leads: new Uint16Array(), copies: none },
};

/**
 * The items, oldest first, that have the title of an earlier one (marks, case and punctuation aside) or nearly its
 * text: "Lễ ký kết" after "LỄ KÝ KẾT." → because of its title. With the state of the last time only what changed is
 * read and compared; what comes out is the same.
 */
export function nearDuplicates<Item>(
  items: readonly Item[],
  tell: (item: Item) => Told,
  before = nothing,
): { repetitions: Repetition<Item>[]; state: NearDuplicatesState } {
  const told = items.map(tell);
  const keys = told.map(({ fingerprint, instant }) => `${instant} ${fingerprint}`);
  const from = placesBefore(before.keys, keys);
  const isSame = keys.length === before.keys.length && from.every((place, index) => place === index);
  const state = isSame ? before : stateOf(told, keys, from, before);

  const sameTitle = earlierWithSame(state.titles);
  const sameText = earlierWithSame(state.shortTexts);
  const nearText = earlierCopies(state.copies);
  const repetitions = items.flatMap((item, index): Repetition<Item>[] => {
    const titled = items[sameTitle.get(index) ?? -1];
    if (titled) return [{ item, other: titled, because: 'title' }];
    const other = items[sameText.get(index) ?? nearText.get(index) ?? -1];
    return other ? [{ item, other, because: 'text' }] : [];
  });
  return { repetitions, state };
}

function stateOf(
  told: readonly Told[],
  keys: readonly string[],
  from: Int32Array,
  before: NearDuplicatesState,
): NearDuplicatesState {
  const titles = told.map(({ title }, index) => before.titles[from[index] ?? -1] ?? plain(title));
  const shortTexts = told.map((_, index) => before.shortTexts[from[index] ?? -1] ?? '');
  const syllables = syllableReader();
  const lists = keptLists(from, before, (index) => {
    const text = told[index]?.text() ?? '';
    const read = syllables(text);
    if (read.length >= shortText) return shingles(read);
    shortTexts[index] = plain(text);
    return none;
  });
  return { keys, titles, shortTexts, ...lists, ...nearCopies(lists, from, before) };
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For each place whose key stood before, the first place it stood at; the empty key is no key. */
function earlierWithSame(keys: readonly string[]): Map<number, number> {
  const first = new Map<string, number>();
  const found = new Map<number, number>();
  keys.forEach((key, index) => {
    const other = first.get(key);
    if (other !== undefined) found.set(index, other);
    else if (key !== '') first.set(key, index);
  });
  return found;
}

/** For each place that has an earlier copy the earliest. */
function earlierCopies(copies: Int32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < copies.length; at += 2) {
    const [one, other] = [copies[at] ?? 0, copies[at + 1] ?? 0];
    const [earlier, later] = one < other ? [one, other] : [other, one];
    found.set(later, Math.min(earlier, found.get(later) ?? earlier));
  }
  return found;
}
