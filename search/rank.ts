import { entryFields } from './search-entry.ts';

/**
 * How well an entry matches, lower is better: the phrase with the marks typed, the phrase with other marks, all words
 * (equal marks first, then more adjacent pairs), most word pairs, most words; within each of them title, lead, body.
 */
export type Rank = number;

const [allWords, mostPairs, mostWords] = [9, 200, 300];
const fieldCount = entryFields.length;
const maxMissing = 15;

/** The rank of a phrase. `mismatch` comes from markMismatch, `field` is an index of entryFields. */
export function phraseRank(mismatch: number, field: number): Rank {
  return mismatch * fieldCount + field;
}

/** The `mismatch` of a phraseRank. */
export function mismatchOfRank(rank: Rank): number {
  return Math.floor(rank / fieldCount);
}

/** The `field` of a phraseRank. */
export function fieldOfRank(rank: Rank): number {
  return rank % fieldCount;
}

/** The rank where all words occur; `apart` counts the word pairs of the query that do not occur as neighbours. */
export function allWordsRank(mismatch: number, apart: number, field: number): Rank {
  return allWords + (mismatch * (maxMissing + 1) + Math.min(apart, maxMissing)) * fieldCount + field;
}

/** The rank where all but `missing` word pairs occur. */
export function mostPairsRank(missing: number, field: number): Rank {
  return mostPairs + Math.min(missing, maxMissing) * fieldCount + field;
}

/** The rank where all but `missing` words occur: the last resort, for a query typed as a whole question. */
export function mostWordsRank(missing: number, apart: number, field: number): Rank {
  const [words, pairs] = [missing, apart].map((count) => Math.min(count, maxMissing));
  return mostWords + ((words ?? 0) * (maxMissing + 1) + (pairs ?? 0)) * fieldCount + field;
}

/** Whether an entry holds each query part as a phrase, all of its words, or only most of them. */
export function matchOfRank(rank: Rank): 'phrase' | 'words' | 'most' {
  if (rank < allWords) return 'phrase';
  return rank < mostPairs ? 'words' : 'most';
}

/** Whether a rank comes from mostWordsRank. */
export function isMostWordsRank(rank: Rank): boolean {
  return rank >= mostWords;
}

/** How many words of a query may be missing from an entry; none of a short query. */
export function allowedMissingWords(words: number): number {
  return words < 4 ? 0 : Math.floor(words / 3);
}

/** How many word pairs of a query may be missing from an entry. */
export function allowedMissingPairs(pairs: number): number {
  return pairs < 2 ? 0 : Math.max(1, Math.floor(pairs / 3));
}
