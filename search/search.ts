import { candidates } from './candidates.ts';
import type { Segment } from './contents.ts';

import { type Entry, yearOf } from './entry.ts';
import { entryWords, match } from './match.ts';
import { parseQuery, type Query } from './query.ts';
import { isLastResort, type Rank } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

/** What a search is narrowed to. */
export interface Filter {
  readonly category?: string;
  readonly year?: string;
}

/** A page of what was found. */
export interface Found {
  readonly query: Query;
  /** How many there are in all; near the truth until the last of them was shown. */
  readonly total: number;
  /** Best first; at the same rank newest first. */
  readonly entries: readonly Entry[];
}

/** Something that may answer, not all of it looked at yet. */
interface Candidate {
  rank: Rank;
  /** The higher the newer. */
  readonly age: number;
  /** Present once the entry itself was compared. */
  entry?: Entry;
  readonly read: () => Promise<{ entry: Entry; rank: Rank } | undefined>;
}

/** How many entries are read for a page of results beyond those it shows. */
const mostInVain = 6;

/** Finds the first `count` entries that answer what was typed. */
export async function search(index: SearchIndex, typed: string, count: number, filter: Filter = {}): Promise<Found> {
  const query = parseQuery(typed, index.abbreviations);
  if (query.parts.length === 0) return { query, total: 0, entries: [] };
  let found = await allCandidates(index, query, filter, false);
  const loose = query.parts.some(({ quoted, words }) => !quoted && words.length > 1);
  if (found.length < count && loose) {
    const all = await allCandidates(index, query, filter, true);
    const near = all.filter(({ rank }) => !isLastResort(rank));
    found = near.length > 0 ? near : all;
  }
  const sorted = await confirmed(found, count);
  return { query, total: sorted.length, entries: sorted.slice(0, count).flatMap(({ entry }) => entry ?? []) };
}

/**
 * Compares entries themselves until the first `count` are sure: the index may hold one to be better than it is, where
 * words of a phrase stand in two places. Gives up on being sure of more after so many.
 */
async function confirmed(found: readonly Candidate[], count: number): Promise<Candidate[]> {
  let sorted = [...found].sort(bestFirst);
  for (let reads = count + mostInVain; ; ) {
    const unsure = sorted.slice(0, count).filter(({ entry }) => !entry);
    if (unsure.length === 0) return sorted;
    if (reads <= 0) return [...sorted.filter(({ entry }) => entry), ...sorted.filter(({ entry }) => !entry)];
    const gone = new Set<Candidate>();
    await Promise.all(
      unsure.slice(0, reads).map(async (candidate) => {
        const read = await candidate.read();
        if (read) Object.assign(candidate, read);
        else gone.add(candidate);
      }),
    );
    reads -= unsure.length;
    sorted = sorted.filter((candidate) => !gone.has(candidate)).sort(bestFirst);
  }
}

function bestFirst(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || b.age - a.age;
}

async function allCandidates(
  index: SearchIndex,
  query: Query,
  filter: Filter,
  scattered: boolean,
): Promise<Candidate[]> {
  const { segments, recent } = index.contents;
  const indexed = await Promise.all(
    segments.map(async (segment, place) => {
      const [ranks, fits] = await Promise.all([
        candidates(index, segment, query, scattered),
        slotFilter(index, segment, filter),
      ]);
      const found: Candidate[] = [];
      ranks.forEach((rank, slot) => {
        if (rank > 0 && fits(slot))
          found.push({
            rank: rank - 1,
            age: place * 2 ** 32 + slot,
            read: () => readEntry(index, segment, slot, query, rank - 1),
          });
      });
      return found;
    }),
  );
  const newest = recent.flatMap((entry, place): Candidate[] => {
    const rank = match(query, entryWords(entry, index.abbreviations));
    if (rank === undefined || !fitsEntry(entry, filter)) return [];
    return [{ rank, age: segments.length * 2 ** 32 + place, entry, read: async () => ({ entry, rank }) }];
  });
  return [...newest, ...indexed.flat()];
}

async function readEntry(index: SearchIndex, segment: Segment, slot: number, query: Query, rank: Rank) {
  const entry = await index.entry(segment, slot);
  if (!entry) return undefined;
  const confirmedRank = match(query, entryWords(entry, index.abbreviations));
  if (confirmedRank !== undefined) return { entry, rank: confirmedRank };
  return entry.cut ? { entry, rank } : undefined;
}

function fitsEntry(entry: Entry, { category, year }: Filter): boolean {
  return (!category || entry.category === category) && (!year || yearOf(entry) === year);
}

async function slotFilter(
  index: SearchIndex,
  segment: Segment,
  { category, year }: Filter,
): Promise<(slot: number) => boolean> {
  const at = segment.years.findIndex((each) => each.year === year);
  const [start, end] = [segment.years[at]?.start ?? segment.slots, segment.years[at + 1]?.start ?? segment.slots];
  const categories = category ? await index.categories(segment) : undefined;
  // Counted from 1; what is in none has 0, which no category is.
  const wanted = index.contents.categories.indexOf(category ?? '') + 1 || undefined;
  return (slot) => (!year || (slot >= start && slot < end)) && (!categories || categories[slot] === wanted);
}
