import type { Segment } from './index-manifest.ts';
import type { ParsedQuery, QueryPart } from './parse-query.ts';
import {
  allowedMissingPairs,
  allowedMissingWords,
  allWordsRank,
  fieldOfRank,
  type Mismatch,
  mismatches,
  mismatchOfRank,
  mostPairsRank,
  mostWordsRank,
  phraseRank,
} from './rank.ts';
import type { SearchIndex, SlotRanks } from './search-index.ts';

/** How many word pairs of a long query are looked up, and how many single words. */
const [maxPairs, maxWords] = [5, 6];

/**
 * The best possible rank of each entry of a segment, from the index alone; the real rank is never better. `scattered`
 * includes entries that hold the words of a query part apart, or only most of them, which loads more files.
 */
export async function candidateRanks(
  index: SearchIndex,
  segment: Segment,
  query: ParsedQuery,
  scattered: boolean,
): Promise<SlotRanks> {
  const parts = await Promise.all(query.parts.map((part) => partRanks(index, segment, query, part, scattered)));
  const [first = new Uint16Array(segment.slots).fill(1), ...others] = parts;
  return first.map((rank, slot) =>
    others.reduce((worst, ranks) => (worst === 0 || ranks[slot] === 0 ? 0 : Math.max(worst, ranks[slot] ?? 0)), rank),
  );
}

async function partRanks(
  index: SearchIndex,
  segment: Segment,
  query: ParsedQuery,
  part: QueryPart,
  scattered: boolean,
): Promise<SlotRanks> {
  const { words } = part;
  if (words.length === 1) return index.termRanks(segment, query, words);
  const pairs = await Promise.all(
    chosenPairs(words.length).map((at) => index.termRanks(segment, query, words.slice(at, at + 2))),
  );
  const singles =
    scattered && !part.quoted
      ? await Promise.all(longestWords(part).map((word) => index.termRanks(segment, query, [word])))
      : undefined;
  return new Uint16Array(segment.slots).map((_, slot) => rankAt(slot, words.length, pairs, singles));
}

function rankAt(slot: number, length: number, pairs: readonly SlotRanks[], singles: readonly SlotRanks[] | undefined) {
  const pairRank = worst(slot, pairs);
  if (pairRank.missing === 0) return 1 + phraseRank(pairRank.mismatch, pairRank.field);
  if (!singles) return 0;
  const wordRank = worst(slot, singles);
  // Pairs that were not looked up count as found, so that no rank is worse than the real one.
  if (wordRank.missing === 0) return 1 + allWordsRank(wordRank.mismatch, pairRank.missing, wordRank.field);
  if (pairRank.missing <= allowedMissingPairs(length - 1) && pairRank.missing < pairs.length)
    return 1 + mostPairsRank(pairRank.missing, 0);
  return wordRank.missing <= allowedMissingWords(length) ? 1 + mostWordsRank(wordRank.missing, pairRank.missing, 0) : 0;
}

/** The worst mismatch and field of several phrase ranks at one slot, and how many of them are missing. */
function worst(slot: number, all: readonly SlotRanks[]): { mismatch: Mismatch; field: number; missing: number } {
  let [field, missing] = [0, 0];
  let mismatch: Mismatch = mismatches.none;
  for (const ranks of all) {
    const rank = (ranks[slot] ?? 0) - 1;
    if (rank < 0) missing++;
    else {
      const other = mismatchOfRank(rank);
      if (other > mismatch) mismatch = other;
      field = Math.max(field, fieldOfRank(rank));
    }
  }
  return { mismatch, field, missing };
}

/** The indexes of the word pairs to look up: all of them or, for a long phrase, some spread evenly over it. */
function chosenPairs(length: number): number[] {
  const pairs = length - 1;
  if (pairs < maxPairs) return Array.from({ length: pairs }, (_, at) => at);
  return Array.from({ length: maxPairs }, (_, at) => Math.round((at * (pairs - 1)) / (maxPairs - 1)));
}

/** The words of a query part; of many words the longest, which are rare. */
function longestWords({ words }: QueryPart) {
  return [...words].sort((a, b) => b.key.length - a.key.length).slice(0, maxWords);
}
