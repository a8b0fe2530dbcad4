import { entryFields } from './search-entry.ts';

/**
 * How well an entry matches, lower is better: the phrase as typed or with more marks, the phrase with its last word
 * completed, the phrase with other marks, all words (equal marks first, then more adjacent pairs), most word pairs,
 * most words; within each of them title, lead, body.
 */
export type Rank = number;

/** How a word of an entry differs from the typed one, the least difference first. */
export const mismatches = { none: 0, moreMarks: 1, completed: 2, otherMarks: 3 } as const;
export type Mismatch = (typeof mismatches)[keyof typeof mismatches];

const fieldCount = entryFields.length;
/** The first rank of each kind of match. */
const [completed, allWords, mostPairs, mostWords] = [fieldCount * 2, 12, 400, 500];
const maxMissing = 15;

/** The rank of a phrase; `field` is an index of entryFields. A better field outweighs marks that were not typed. */
export function phraseRank(mismatch: Mismatch, field: number): Rank {
  if (mismatch <= mismatches.moreMarks) return field * 2 + mismatch;
  return completed + (mismatch - mismatches.completed) * fieldCount + field;
}

/** The mismatch of a phraseRank. */
export function mismatchOfRank(rank: Rank): Mismatch {
  if (rank < completed) return (rank % 2) as Mismatch;
  return rank < completed + fieldCount ? mismatches.completed : mismatches.otherMarks;
}

/** The `field` of a phraseRank. */
export function fieldOfRank(rank: Rank): number {
  return rank < completed ? Math.floor(rank / 2) : rank % fieldCount;
}

/** The rank where all words occur; `apart` counts the word pairs of the query that do not occur as neighbours. */
export function allWordsRank(mismatch: Mismatch, apart: number, field: number): Rank {
  const marks = Math.max(mismatch, mismatches.moreMarks) - mismatches.moreMarks;
  const best = (marks * (maxMissing + 1) + Math.min(apart, maxMissing)) * fieldCount + field;
  return allWords + best * 2 + (mismatch === mismatches.moreMarks ? 1 : 0);
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

/** Whether an entry holds all words of the query in its title. */
export function isInTitle(rank: Rank): boolean {
  if (rank < allWords) return fieldOfRank(rank) === 0;
  return rank < mostPairs && Math.floor((rank - allWords) / 2) % fieldCount === 0;
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
