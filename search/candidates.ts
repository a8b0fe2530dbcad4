import type { Segment } from './contents.ts';
import type { Query, QueryPart } from './query.ts';
import {
  allWordsRank,
  fieldOf,
  levelOf,
  mayMiss,
  mayMissWords,
  mostPairsRank,
  mostWordsRank,
  phraseRank,
} from './rank.ts';
import type { SearchIndex, SlotRanks } from './search-index.ts';

/** A long query is looked up by so many pairs of its words, and so many of its words. */
const [mostPairs, mostWords] = [5, 6];

/**
 * How well each entry of a segment may answer a query, by the index alone; never worse than it truly does. With
 * `scattered`, entries in which the words of a part stand apart, or most of them, are found too, at the cost of more files.
 */
export async function candidates(
  index: SearchIndex,
  segment: Segment,
  query: Query,
  scattered: boolean,
): Promise<SlotRanks> {
  const parts = await Promise.all(query.parts.map((part) => partRanks(index, segment, query, part, scattered)));
  const [first = new Uint16Array(segment.slots), ...others] = parts;
  return first.map((rank, slot) =>
    others.reduce((worst, ranks) => (worst === 0 || ranks[slot] === 0 ? 0 : Math.max(worst, ranks[slot] ?? 0)), rank),
  );
}

async function partRanks(
  index: SearchIndex,
  segment: Segment,
  query: Query,
  part: QueryPart,
  scattered: boolean,
): Promise<SlotRanks> {
  const { words } = part;
  if (words.length === 1) return index.ranks(segment, query, words);
  const pairs = await Promise.all(
    chosenPairs(words.length).map((at) => index.ranks(segment, query, words.slice(at, at + 2))),
  );
  const singles =
    scattered && !part.quoted
      ? await Promise.all(rarest(part).map((word) => index.ranks(segment, query, [word])))
      : undefined;
  return new Uint16Array(segment.slots).map((_, slot) => rankAt(slot, words.length, pairs, singles));
}

function rankAt(slot: number, length: number, pairs: readonly SlotRanks[], singles: readonly SlotRanks[] | undefined) {
  const together = worst(slot, pairs);
  if (together.missing === 0) return 1 + phraseRank(together.level, together.field);
  if (!singles) return 0;
  const apart = worst(slot, singles);
  // Pairs that were not looked up count as found, so that nothing is held to be worse than it is.
  if (apart.missing === 0) return 1 + allWordsRank(apart.level, together.missing, apart.field);
  if (together.missing <= mayMiss(length - 1) && together.missing < pairs.length)
    return 1 + mostPairsRank(together.missing, 0);
  return apart.missing <= mayMissWords(length) ? 1 + mostWordsRank(apart.missing, together.missing, 0) : 0;
}

/** The worst level and field of several ranks at one slot, and how many are none. */
function worst(slot: number, all: readonly SlotRanks[]): { level: number; field: number; missing: number } {
  let [level, field, missing] = [0, 0, 0];
  for (const ranks of all) {
    const rank = (ranks[slot] ?? 0) - 1;
    if (rank < 0) missing++;
    else {
      level = Math.max(level, levelOf(rank));
      field = Math.max(field, fieldOf(rank));
    }
  }
  return { level, field, missing };
}

/** Where the pairs begin that a phrase is looked up by: all of them, or in a long one some spread over the whole. */
function chosenPairs(length: number): number[] {
  const pairs = length - 1;
  if (pairs < mostPairs) return Array.from({ length: pairs }, (_, at) => at);
  return Array.from({ length: mostPairs }, (_, at) => Math.round((at * (pairs - 1)) / (mostPairs - 1)));
}

/** The words of a part, or of many those with the most letters: they are rare. */
function rarest({ words }: QueryPart) {
  return [...words].sort((a, b) => b.key.length - a.key.length).slice(0, mostWords);
}
