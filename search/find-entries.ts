import { candidateRanks } from './candidate-ranks.ts';
import type { Segment } from './index-manifest.ts';
import { entryWords, matchEntry } from './match-entry.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { isMostWordsRank, type Rank } from './rank.ts';
import { entryYear, type SearchEntry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** Restricts a search to a category, a year or both. */
export interface SearchFilter {
  readonly category?: string;
  readonly year?: string;
}

/** The first entries found. */
export interface FoundEntries {
  readonly query: ParsedQuery;
  /** How many entries match; an estimate until all of them have been read. */
  readonly total: number;
  /** Best first; at the same rank newest first. */
  readonly entries: readonly SearchEntry[];
  /** The rank of each of these entries. */
  readonly ranks: readonly Rank[];
}

/** An entry that may match, by the index. */
interface Candidate {
  rank: Rank;
  /** Higher is newer. */
  readonly recency: number;
  /** Present once the entry itself was compared with the query. */
  entry?: SearchEntry;
  readonly read: () => Promise<{ entry: SearchEntry; rank: Rank } | undefined>;
}

/** How many entries may be read for a page of results beyond those it shows. */
const maxExtraReads = 6;

/** Finds the first `count` entries that match the typed query; without a word, the newest of the chosen category. */
export async function findEntries(
  index: SearchIndex,
  typed: string,
  count: number,
  filter: SearchFilter = {},
): Promise<FoundEntries> {
  const query = parseQuery(typed, index.abbreviations);
  if (query.parts.length === 0 && !filter.category) return { query, total: 0, entries: [], ranks: [] };
  let found = await allCandidates(index, query, filter, false);
  const canScatter = query.parts.some(({ quoted, words }) => !quoted && words.length > 1);
  if (found.length < count && canScatter) {
    const all = await allCandidates(index, query, filter, true);
    const better = all.filter(({ rank }) => !isMostWordsRank(rank));
    found = better.length > 0 ? better : all;
  }
  const sorted = await confirmed(found, count);
  const first = sorted.slice(0, count).flatMap(({ entry, rank }) => (entry ? [{ entry, rank }] : []));
  return {
    query,
    total: sorted.length,
    entries: first.map(({ entry }) => entry),
    ranks: first.map(({ rank }) => rank),
  };
}

/**
 * Reads and ranks entries until the first `count` are confirmed: the index ranks an entry too high where the words of a
 * phrase are in different places. Reads at most `count + maxExtraReads` entries; unconfirmed ones then come last.
 */
async function confirmed(found: readonly Candidate[], count: number): Promise<Candidate[]> {
  let sorted = [...found].sort(bestFirst);
  for (let reads = count + maxExtraReads; ; ) {
    const unconfirmed = sorted.slice(0, count).filter(({ entry }) => !entry);
    if (unconfirmed.length === 0) return sorted;
    if (reads <= 0) return [...sorted.filter(({ entry }) => entry), ...sorted.filter(({ entry }) => !entry)];
    const rejected = new Set<Candidate>();
    await Promise.all(
      unconfirmed.slice(0, reads).map(async (candidate) => {
        const read = await candidate.read();
        if (read) Object.assign(candidate, read);
        else rejected.add(candidate);
      }),
    );
    reads -= unconfirmed.length;
    sorted = sorted.filter((candidate) => !rejected.has(candidate)).sort(bestFirst);
  }
}

function bestFirst(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || b.recency - a.recency;
}

async function allCandidates(
  index: SearchIndex,
  query: ParsedQuery,
  filter: SearchFilter,
  scattered: boolean,
): Promise<Candidate[]> {
  const { segments, recent } = index.manifest;
  const indexed = await Promise.all(
    segments.map(async (segment, segmentIndex) => {
      const [ranks, matchesFilter] = await Promise.all([
        candidateRanks(index, segment, query, scattered),
        slotFilter(index, segment, filter),
      ]);
      const found: Candidate[] = [];
      ranks.forEach((rank, slot) => {
        if (rank > 0 && matchesFilter(slot))
          found.push({
            rank: rank - 1,
            recency: segmentIndex * 2 ** 32 + slot,
            read: () => readEntry(index, segment, slot, query, rank - 1),
          });
      });
      return found;
    }),
  );
  const newest = recent.flatMap((entry, position): Candidate[] => {
    const rank = matchEntry(query, entryWords(entry, index.abbreviations));
    if (rank === undefined || !entryMatchesFilter(entry, filter)) return [];
    return [{ rank, recency: segments.length * 2 ** 32 + position, entry, read: async () => ({ entry, rank }) }];
  });
  return [...newest, ...indexed.flat()];
}

async function readEntry(index: SearchIndex, segment: Segment, slot: number, query: ParsedQuery, rank: Rank) {
  const entry = await index.entry(segment, slot);
  if (!entry) return undefined;
  const confirmedRank = matchEntry(query, entryWords(entry, index.abbreviations));
  if (confirmedRank !== undefined) return { entry, rank: confirmedRank };
  return entry.cut ? { entry, rank } : undefined;
}

function entryMatchesFilter(entry: SearchEntry, { category, year }: SearchFilter): boolean {
  return (!category || entry.category === category) && (!year || entryYear(entry) === year);
}

async function slotFilter(
  index: SearchIndex,
  segment: Segment,
  { category, year }: SearchFilter,
): Promise<(slot: number) => boolean> {
  const at = segment.years.findIndex((range) => range.year === year);
  const [start, end] = [segment.years[at]?.start ?? segment.slots, segment.years[at + 1]?.start ?? segment.slots];
  const categories = category ? await index.categories(segment) : undefined;
  // Slots without a category have 0, so an unknown category must not become 0.
  const wanted = index.manifest.categories.indexOf(category ?? '') + 1 || undefined;
  return (slot) => (!year || (slot >= start && slot < end)) && (!categories || categories[slot] === wanted);
}
