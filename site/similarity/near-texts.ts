import type { Abbreviations } from '#search/abbreviations.ts';
import { absent, keptLists, keptRows, placesBefore, placesNow, type TextLists } from './kept-texts.ts';
import { nearAll } from './near-all.ts';
import { nearChanged } from './near-changed.ts';
import { type Measure, measures, type Near, type PairedTexts, rareMost } from './nearness.ts';
import { textPairs } from './text-pairs.ts';

/** A text and the instant of its publication. */
export interface DatedText {
  /** Texts with the same hash are the same. */
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Called only where the previous state has no text with this hash and instant. */
  readonly text: () => string;
}

/** The state of a comparison, for the next one: plain data. */
export interface NearTextsState extends TextLists {
  /** CompiledAbbreviations.cacheKey */
  readonly abbreviations: string;
  readonly keys: readonly string[];
  readonly instants: Float64Array;
  /** The document frequencies of the word pairs, as in WordPairTexts. */
  readonly holders: Uint8Array;
  /** The start of each text's list in `similarIndexes` and `scores`, then the end of the last list. */
  readonly nearStarts: Int32Array;
  readonly nearTexts: Int32Array;
  readonly nearness: Float64Array;
}

/** Where more texts are new, removed or scored with other parameters, comparing all of them takes no longer. */
const maxChanged = 20;
const noScores: ReadonlyMap<number, number> = new Map();

/**
 * For each item of a list, oldest first, the earlier items with a similar text and their similarity scores. Each window
 * of the text adds the weight of the rarest word pair in both (0.63 where one earlier text has it, 0.2 where many do);
 * the weight shared by chance is subtracted. Rarity depends on earlier texts alone, so later texts change no score.
 * With the previous state only changed texts are read and compared; the result is the same.
 */
export function nearTexts<Item>(
  oldestFirst: readonly Item[],
  datedText: (item: Item) => DatedText,
  abbreviations: Abbreviations,
  previousState?: NearTextsState,
): { near: Map<Item, ReadonlyMap<Item, number>>; state: NearTextsState } {
  const texts = oldestFirst.map(datedText);
  const canReuse = previousState?.abbreviations === abbreviations.written;
  const previous = canReuse ? previousState : emptyState(abbreviations.written);
  const keys = texts.map(({ fingerprint: dataHash, instant }) => `${instant} ${dataHash}`);
  const oldIndexes = placesBefore(previous.keys, keys);
  const isSame = keys.length === previous.keys.length && oldIndexes.every((oldIndex, text) => oldIndex === text);
  const state = isSame ? previous : stateOf(texts, keys, oldIndexes, previous, abbreviations);
  return { near: similarItems(oldestFirst, state), state };
}

function emptyState(abbreviationsKey: string): NearTextsState {
  const [starts, empty] = [new Int32Array(1), new Int32Array()];
  return {
    abbreviations: abbreviationsKey,
    keys: [],
    instants: new Float64Array(),
    starts,
    numbers: empty,
    holders: new Uint8Array(),
    nearStarts: starts,
    nearTexts: empty,
    nearness: new Float64Array(),
  };
}

function stateOf(
  texts: readonly DatedText[],
  keys: readonly string[],
  oldIndexes: Int32Array,
  previous: NearTextsState,
  abbreviations: Abbreviations,
): NearTextsState {
  const instants = Float64Array.from(texts, ({ instant }) => instant);
  const lists = keptLists(oldIndexes, previous, (text) => textPairs(texts[text]?.text() ?? '', abbreviations));
  const frequencies = previousFrequencies(lists, oldIndexes, previous);
  const parameters = measures(lists.starts, instants);
  const scores = flatten(compare({ ...lists, holders: frequencies, measures: parameters }, oldIndexes, previous));
  return {
    abbreviations: abbreviations.written,
    keys,
    instants,
    ...lists,
    holders: frequencies,
    nearStarts: scores.starts,
    nearTexts: scores.indexes,
    nearness: scores.values,
  };
}

/** The previous document frequencies of the pairs; pairs of new texts count as too frequent until they are compared. */
function previousFrequencies(
  { starts, numbers }: TextLists,
  oldIndexes: Int32Array,
  previous: NearTextsState,
): Uint8Array {
  const frequencies = new Uint8Array(numbers.length).fill(rareMost + 1);
  for (const { text, oldIndex, length } of keptRows(oldIndexes)) {
    const [start, end] = [previous.starts[oldIndex], previous.starts[oldIndex + length]];
    frequencies.set(previous.holders.subarray(start, end), starts[text]);
  }
  return frequencies;
}

function compare(texts: PairedTexts, oldIndexes: Int32Array, previous: NearTextsState): Near {
  const oldParameters = measures(previous.starts, previous.instants);
  const newIndexes = placesNow(oldIndexes, previous.keys.length);
  const canReuse = (text: number) => sameParameters(oldParameters[oldIndexes[text] ?? absent], texts.measures[text]);
  const removed = [...newIndexes.keys()].filter((oldIndex) => newIndexes[oldIndex] === absent);
  const changed = [...oldIndexes.keys()].filter((text) => !canReuse(text));
  if (removed.length + changed.length > maxChanged) return nearAll(texts);

  const changedPairs = new Set<number>();
  const addPairs = ({ starts, numbers }: TextLists, indexes: readonly number[]) => {
    for (const index of indexes)
      for (const pair of numbers.subarray(starts[index], starts[index + 1])) changedPairs.add(pair);
  };
  addPairs(previous, removed);
  addPairs(texts, changed);
  return nearChanged(texts, {
    pairs: changedPairs,
    added: oldIndexes.reduce((count, oldIndex) => count + (oldIndex === absent ? 1 : 0), 0),
    isNew: (text) => oldIndexes[text] === absent,
    nearBefore: (text) => (canReuse(text) ? scoresBefore(previous, oldIndexes[text] ?? absent, newIndexes) : undefined),
  });
}

function sameParameters(old: Measure | undefined, now: Measure | undefined): boolean {
  return old !== undefined && old.rarest === now?.rarest && old.middling === now.middling;
}

/** The previous scores of a text by the new indexes of the others, without removed texts. */
function scoresBefore(
  { nearStarts: similarStarts, nearTexts: similarIndexes, nearness: scores }: NearTextsState,
  oldIndex: number,
  newIndexes: Int32Array,
) {
  const start = similarStarts[oldIndex] ?? 0;
  const end = similarStarts[oldIndex + 1] ?? 0;
  if (start === end) return noScores;
  const found = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const text = newIndexes[similarIndexes[at] ?? absent] ?? absent;
    if (text !== absent) found.set(text, scores[at] ?? 0);
  }
  return found;
}

/** Similarity scores in three arrays, as SimilarTextsState has them. */
function flatten(scores: Near) {
  const starts = new Int32Array(scores.length + 1);
  const indexes: number[] = [];
  const values: number[] = [];
  scores.forEach((found, text) => {
    starts[text + 1] = (starts[text] ?? 0) + found.size;
    found.forEach((value, other) => {
      indexes.push(other);
      values.push(value);
    });
  });
  return { starts, indexes: Int32Array.from(indexes), values: Float64Array.from(values) };
}

function similarItems<Item>(
  items: readonly Item[],
  { nearStarts: similarStarts, nearTexts: similarIndexes, nearness: scores }: NearTextsState,
) {
  const similar = new Map<Item, ReadonlyMap<Item, number>>();
  const none: ReadonlyMap<Item, number> = new Map();
  items.forEach((item, text) => {
    const start = similarStarts[text] ?? 0;
    const end = similarStarts[text + 1] ?? 0;
    if (start === end) similar.set(item, none);
    else {
      const found = new Map<Item, number>();
      for (let at = start; at < end; at++) found.set(items[similarIndexes[at] ?? 0] as Item, scores[at] ?? 0);
      similar.set(item, found);
    }
  });
  return similar;
}
