import { packSimilarItems, type SimilarItems, similarItemsOf } from '#news/similar-items.ts';
import type { CompiledAbbreviations } from '#search/compile-abbreviations.ts';
import { compareAll } from './compare-all.ts';
import { compareChanged } from './compare-changed.ts';
import {
  absentIndex,
  type NumbersByText,
  newIndexesOf,
  oldIndexesOf,
  reuseLists,
  unchangedRuns,
} from './numbers-by-text.ts';
import {
  maxRareFrequency,
  type ScoreParameters,
  type SimilarityScores,
  scoreParameters,
  type WordPairsByText,
} from './similarity-score.ts';
import { wordPairs } from './word-pairs.ts';

/** A text and the instant of its publication. */
export interface DatedText {
  /** Texts with the same hash are the same. */
  readonly dataHash: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Called only where the previous state has no text with this hash and instant. */
  readonly text: () => string;
}

/** The state of a comparison, for the next one: plain data. */
export interface SimilarTextsState extends NumbersByText {
  /** CompiledAbbreviations.cacheKey */
  readonly abbreviationsKey: string;
  readonly keys: readonly string[];
  readonly instants: Float64Array;
  /** The document frequencies of the word pairs, as in WordPairTexts. */
  readonly frequencies: Uint8Array;
  /** For each text the earlier similar texts. */
  readonly similar: SimilarItems;
}

/** Where more texts are new, removed or scored with other parameters, comparing all of them takes no longer. */
const maxChanged = 20;
const noScores: ReadonlyMap<number, number> = new Map();

/**
 * Finds for each text of a list, oldest first, the earlier texts that are similar (`similar` of the state), with their
 * scores. Each window of the text adds the weight of the rarest word pair in both (0.63 where one earlier text has it,
 * 0.2 where many do); the weight shared by chance is subtracted. Rarity depends on earlier texts alone, so later texts
 * change no score. With the previous state only changed texts are read and compared; the result is the same.
 */
export function similarTexts(
  oldestFirst: readonly DatedText[],
  abbreviations: CompiledAbbreviations,
  previousState?: SimilarTextsState,
): SimilarTextsState {
  const canReuse = previousState?.abbreviationsKey === abbreviations.cacheKey;
  const previous = canReuse ? previousState : emptyState(abbreviations.cacheKey);
  const keys = oldestFirst.map(({ dataHash, instant }) => `${instant} ${dataHash}`);
  const oldIndexes = oldIndexesOf(previous.keys, keys);
  const isSame = keys.length === previous.keys.length && oldIndexes.every((oldIndex, text) => oldIndex === text);
  return isSame ? previous : stateOf(oldestFirst, keys, oldIndexes, previous, abbreviations);
}

function emptyState(abbreviationsKey: string): SimilarTextsState {
  return {
    abbreviationsKey,
    keys: [],
    instants: new Float64Array(),
    starts: new Int32Array(1),
    numbers: new Int32Array(),
    frequencies: new Uint8Array(),
    similar: packSimilarItems([]),
  };
}

function stateOf(
  texts: readonly DatedText[],
  keys: readonly string[],
  oldIndexes: Int32Array,
  previous: SimilarTextsState,
  abbreviations: CompiledAbbreviations,
): SimilarTextsState {
  const instants = Float64Array.from(texts, ({ instant }) => instant);
  const lists = reuseLists(
    oldIndexes,
    previous,
    (text) =>
      // Smaller than a list of numbers, and all are held until the last text is read.
      new Int32Array(wordPairs(texts[text]?.text() ?? '', abbreviations)),
  );
  const frequencies = previousFrequencies(lists, oldIndexes, previous);
  const parameters = scoreParameters(lists.starts, instants);
  const scores = compare({ ...lists, frequencies, parameters }, oldIndexes, previous);
  return {
    abbreviationsKey: abbreviations.cacheKey,
    keys,
    instants,
    ...lists,
    frequencies,
    similar: packSimilarItems(scores),
  };
}

/** The previous document frequencies of the pairs; pairs of new texts count as too frequent until they are compared. */
function previousFrequencies(
  { starts, numbers }: NumbersByText,
  oldIndexes: Int32Array,
  previous: SimilarTextsState,
): Uint8Array {
  const frequencies = new Uint8Array(numbers.length).fill(maxRareFrequency + 1);
  for (const { text, oldIndex, length } of unchangedRuns(oldIndexes)) {
    const [start, end] = [previous.starts[oldIndex], previous.starts[oldIndex + length]];
    frequencies.set(previous.frequencies.subarray(start, end), starts[text]);
  }
  return frequencies;
}

function compare(texts: WordPairsByText, oldIndexes: Int32Array, previous: SimilarTextsState): SimilarityScores {
  const oldParameters = scoreParameters(previous.starts, previous.instants);
  const newIndexes = newIndexesOf(oldIndexes, previous.keys.length);
  const canReuse = (text: number) =>
    sameParameters(oldParameters[oldIndexes[text] ?? absentIndex], texts.parameters[text]);
  const removed = [...newIndexes.keys()].filter((oldIndex) => newIndexes[oldIndex] === absentIndex);
  const changed = [...oldIndexes.keys()].filter((text) => !canReuse(text));
  if (removed.length + changed.length > maxChanged) return compareAll(texts);

  const changedPairs = new Set<number>();
  const addPairs = ({ starts, numbers }: NumbersByText, indexes: readonly number[]) => {
    for (const index of indexes)
      for (const pair of numbers.subarray(starts[index], starts[index + 1])) changedPairs.add(pair);
  };
  addPairs(previous, removed);
  addPairs(texts, changed);
  return compareChanged(texts, {
    changedPairs,
    addedCount: oldIndexes.reduce((count, oldIndex) => count + (oldIndex === absentIndex ? 1 : 0), 0),
    isNew: (text) => oldIndexes[text] === absentIndex,
    previousScores: (text) =>
      canReuse(text) ? scoresBefore(previous.similar, oldIndexes[text] ?? absentIndex, newIndexes) : undefined,
  });
}

function sameParameters(old: ScoreParameters | undefined, now: ScoreParameters | undefined): boolean {
  return old !== undefined && old.maxFrequency === now?.maxFrequency && old.typicalLength === now.typicalLength;
}

/** The previous scores of a text by the new indexes of the others, without removed texts. */
function scoresBefore(similar: SimilarItems, oldIndex: number, newIndexes: Int32Array): ReadonlyMap<number, number> {
  if (similar.starts[oldIndex] === similar.starts[oldIndex + 1]) return noScores;
  const found = new Map<number, number>();
  for (const [index, score] of similarItemsOf(similar, oldIndex)) {
    const text = newIndexes[index] ?? absentIndex;
    if (text !== absentIndex) found.set(text, score);
  }
  return found;
}
