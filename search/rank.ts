/**
 * How well an entry answers, the lower the better: its phrase with the marks typed, the phrase with others, all words
 * (the same marks first, then more of them side by side), most of its pairs of words; within each title, lead, body.
 */
export type Rank = number;

const [allWords, mostPairs] = [9, 200];
const levels = 3;
const fieldCount = 3;
const mostMissing = 15;

/** The words stand together. `level` as markLevel gives it, `field` by its place in `fields`. */
export function phraseRank(level: number, field: number): Rank {
  return level * fieldCount + field;
}

/** All words stand somewhere; `apart` is how many of them do not follow the one before as they do in the query. */
export function allWordsRank(level: number, apart: number, field: number): Rank {
  return allWords + (level * (mostMissing + 1) + Math.min(apart, mostMissing)) * fieldCount + field;
}

/** All but a few pairs of words stand somewhere. */
export function mostPairsRank(missing: number, field: number): Rank {
  return mostPairs + missing * fieldCount + field;
}

/** How many of its pairs of words a query may miss. */
export function mayMiss(pairs: number): number {
  return pairs < 2 ? 0 : Math.max(1, Math.floor(pairs / levels));
}
