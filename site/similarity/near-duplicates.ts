import { fold } from '#vietnamese/fold.ts';
import { type NearDuplicatePairs, nearDuplicatePairs } from './near-duplicate-pairs.ts';
import { type NumbersByText, oldIndexesOf, reuseLists } from './numbers-by-text.ts';
import { shingles, syllableHasher } from './shingles.ts';

/** An item that repeats an earlier one. */
export interface NearDuplicate<Item> {
  readonly item: Item;
  readonly other: Item;
  readonly because: 'title' | 'text';
}

/** The parts of an item that are compared. */
export interface ComparedItem {
  /** Items with the same hash have the same title and text. */
  readonly dataHash: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly title: string;
  /** Called only where the previous state has no item with this hash and instant. */
  readonly text: () => string;
}

/** The state of a comparison, for the next one: plain data. */
export interface NearDuplicatesState extends NumbersByText, NearDuplicatePairs {
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  /** Texts that are too short for shingles, by index; empty for all others. */
  readonly shortTexts: readonly string[];
}

/** In a text of fewer syllables only an exact copy is a repetition. */
const minSyllables = 30;

const emptyList = new Int32Array();
const emptyState: NearDuplicatesState = {
  keys: [],
  titles: [],
  shortTexts: [],
  starts: emptyList,
  numbers: emptyList,
  indexedBits: new Uint16Array(),
  duplicatePairs: emptyList,
};

/**
 * The items, oldest first, that repeat the title of an earlier one (ignoring marks, case and punctuation) or nearly its
 * text: "Lễ ký kết" after "LỄ KÝ KẾT." → because of its title. With the previous state only changed items are read and
 * compared; the result is the same.
 */
export function nearDuplicates<Item>(
  items: readonly Item[],
  comparable: (item: Item) => ComparedItem,
  previous = emptyState,
): { repetitions: NearDuplicate<Item>[]; state: NearDuplicatesState } {
  const comparables = items.map(comparable);
  const keys = comparables.map(({ dataHash, instant }) => `${instant} ${dataHash}`);
  const oldIndexes = oldIndexesOf(previous.keys, keys);
  const isSame = keys.length === previous.keys.length && oldIndexes.every((oldIndex, index) => oldIndex === index);
  const state = isSame ? previous : stateOf(comparables, keys, oldIndexes, previous);

  const sameTitle = earlierWithSame(state.titles);
  const sameText = earlierWithSame(state.shortTexts);
  const nearText = earliestDuplicates(state.duplicatePairs);
  const repetitions = items.flatMap((item, index): NearDuplicate<Item>[] => {
    const sameTitled = items[sameTitle.get(index) ?? -1];
    if (sameTitled) return [{ item, other: sameTitled, because: 'title' }];
    const other = items[sameText.get(index) ?? nearText.get(index) ?? -1];
    return other ? [{ item, other, because: 'text' }] : [];
  });
  return { repetitions, state };
}

function stateOf(
  comparables: readonly ComparedItem[],
  keys: readonly string[],
  oldIndexes: Int32Array,
  previous: NearDuplicatesState,
): NearDuplicatesState {
  const titles = comparables.map(({ title }, index) => previous.titles[oldIndexes[index] ?? -1] ?? normalize(title));
  const shortTexts = comparables.map((_, index) => previous.shortTexts[oldIndexes[index] ?? -1] ?? '');
  const hashSyllables = syllableHasher();
  const lists = reuseLists(oldIndexes, previous, (index) => {
    const text = comparables[index]?.text() ?? '';
    const syllables = hashSyllables(text);
    if (syllables.length >= minSyllables) return shingles(syllables);
    shortTexts[index] = normalize(text);
    return emptyList;
  });
  return { keys, titles, shortTexts, ...lists, ...nearDuplicatePairs(lists, oldIndexes, previous) };
}

function normalize(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For each index whose key occurred before, the index of its first occurrence; empty keys are ignored. */
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

/** For each index that has an earlier duplicate the earliest. */
function earliestDuplicates(pairs: Int32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < pairs.length; at += 2) {
    const [one, other] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
    const [earlier, later] = one < other ? [one, other] : [other, one];
    found.set(later, Math.min(earlier, found.get(later) ?? earlier));
  }
  return found;
}
