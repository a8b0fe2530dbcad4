import { fields } from './entry.ts';

/**
 * How well an entry answers, the lower the better: its phrase with the marks typed, the phrase with others, all words
 * (the same marks first, then more of them side by side), most of its pairs of words, most of its words; within each
 * title, lead, body.
 */
export type Rank = number;

const [allWords, mostPairs, mostWords] = [9, 200, 300];
const fieldCount = fields.length;
const mostMissing = 15;

/** The words stand together. `level` as markLevel gives it, `field` by its place in `fields`. */
export function phraseRank(level: number, field: number): Rank {
  return level * fieldCount + field;
}

/** The level that phraseRank was given. */
export function levelOf(rank: Rank): number {
  return Math.floor(rank / fieldCount);
}

/** The field that phraseRank was given. */
export function fieldOf(rank: Rank): number {
  return rank % fieldCount;
}

/** All words stand somewhere; `apart` is how many of them do not follow the one before as they do in the query. */
export function allWordsRank(level: number, apart: number, field: number): Rank {
  return allWords + (level * (mostMissing + 1) + Math.min(apart, mostMissing)) * fieldCount + field;
}

/** All but a few pairs of words stand somewhere. */
export function mostPairsRank(missing: number, field: number): Rank {
  return mostPairs + Math.min(missing, mostMissing) * fieldCount + field;
}

/** Most of the words stand somewhere: the last resort, for a question asked in full. */
export function mostWordsRank(missing: number, apart: number, field: number): Rank {
  const [words, pairs] = [missing, apart].map((count) => Math.min(count, mostMissing));
  return mostWords + ((words ?? 0) * (mostMissing + 1) + (pairs ?? 0)) * fieldCount + field;
}

/** Whether a rank is of the last resort. */
export function isLastResort(rank: Rank): boolean {
  return rank >= mostWords;
}

/** How many of its words a query may miss in the last resort; short ones none. */
export function mayMissWords(words: number): number {
  return words < 4 ? 0 : Math.floor(words / 3);
}

/** How many of its pairs of words a query may miss. */
export function mayMiss(pairs: number): number {
  return pairs < 2 ? 0 : Math.max(1, Math.floor(pairs / 3));
}
