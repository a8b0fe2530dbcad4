import { candidateRanks } from './candidate-ranks.ts';
import type { Segment } from './index-manifest.ts';
import { matchEntry } from './match-entry.ts';
import { type ParsedQuery, parseQuery, withUnfinishedWord } from './parse-query.ts';
import { isMostWordsRank, matchOfRank, type Rank } from './rank.ts';
import { respelledQueries } from './respelled-queries.ts';
import { entryYear, type SearchEntry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** Restricts a search to a category, a year or both. */
export interface SearchFilter {
  readonly category?: string;
  readonly year?: string;
}

/** The first entries found. */
export interface FoundEntries {
  /** How many entries match; an estimate until all of them have been read. */
  readonly total: number;
  /** Best first; at the same rank newest first. */
  readonly found: readonly FoundEntry[];
}

export interface FoundEntry {
  readonly entry: SearchEntry;
  readonly rank: Rank;
  /** The form of the query that the entry matches. */
  readonly query: ParsedQuery;
}

/** An entry that may match, by the index. */
interface Candidate {
  rank: Rank;
  /** Higher is newer; no two entries have the same. */
  readonly recency: number;
  /** Present once the entry itself was compared with the query. */
  found?: FoundEntry;
  readonly read: () => Promise<FoundEntry | undefined>;
}

/** A form of a query; entries that hold its words apart, or only most of them, match it where it is scattered. */
interface QueryForm {
  readonly query: ParsedQuery;
  readonly isScattered?: boolean;
}

/** How many entries may be read for a page of results beyond those it shows. */
const maxExtraReads = 6;

/**
 * Finds the first `count` entries that match the typed query, or only those that hold it as a phrase; without a word,
 * the newest of the chosen category.
 */
export async function findEntries(
  index: SearchIndex,
  typed: string,
  count: number,
  filter: SearchFilter = {},
  onlyPhrases = false,
): Promise<FoundEntries> {
  const query = parseQuery(typed, index.abbreviations);
  if (query.parts.length === 0 && !filter.category) return { total: 0, found: [] };
  let found = await allCandidates(index, [{ query }], filter);
  const isExact = found.length > 0;
  if (found.length < count) {
    const completed = completedQuery(query);
    const respelled = await respelledQueries(index, query);
    const forms = [query, ...respelled, ...(completed ? [completed] : [])].map((form) => ({ query: form }));
    if (forms.length > 1) found = await allCandidates(index, forms, filter);
    // Where the word being typed has completions, the entries that hold its beginning elsewhere are no answer.
    const isCompleted = !isExact && found.length > 0;
    const canScatter = !onlyPhrases && query.parts.some(({ quoted, words }) => !quoted && words.length > 1);
    if (found.length < count && canScatter && !isCompleted) {
      const scattered = forms.map((form) => ({ ...form, isScattered: !isExact || form.query !== completed }));
      const all = await allCandidates(index, scattered, filter);
      const better = all.filter(({ rank }) => !isMostWordsRank(rank));
      found = better.length > 0 ? better : all;
    }
  }
  const sorted = await confirmed(found, count);
  return { total: sorted.length, found: sorted.slice(0, count).flatMap((candidate) => candidate.found ?? []) };
}

/** The best rank of an entry that holds the typed query as a phrase, by the index alone. */
export async function bestPhraseRank(index: SearchIndex, typed: string): Promise<Rank | undefined> {
  const query = parseQuery(typed, index.abbreviations);
  const completed = completedQuery(query);
  const forms = [query, ...(completed ? [completed] : [])].map((form) => ({ query: form }));
  const candidates = await allCandidates(index, forms, {});
  return candidates.reduce<Rank | undefined>((best, { rank }) => Math.min(best ?? rank, rank), undefined);
}

/** The query with its last word as the beginning of longer words; undefined where it is finished. */
function completedQuery(query: ParsedQuery): ParsedQuery | undefined {
  const last = query.parts.at(-1);
  const words = query.isUnfinished && last ? withUnfinishedWord(last.words) : undefined;
  return last && words && { ...query, parts: [...query.parts.slice(0, -1), { ...last, words }] };
}

/**
 * Reads and ranks entries until the first `count` are confirmed: the index ranks an entry too high where the words of a
 * phrase are in different places. Reads at most `count + maxExtraReads` entries; unconfirmed ones then come last.
 */
async function confirmed(found: readonly Candidate[], count: number): Promise<Candidate[]> {
  let sorted = [...found].sort(bestFirst);
  for (let reads = count + maxExtraReads; ; ) {
    const unconfirmed = sorted.slice(0, count).filter(({ found }) => !found);
    if (unconfirmed.length === 0) return sorted;
    if (reads <= 0) return [...sorted.filter(({ found }) => found), ...sorted.filter(({ found }) => !found)];
    const rejected = new Set<Candidate>();
    await Promise.all(
      unconfirmed.slice(0, reads).map(async (candidate) => {
        const read = await candidate.read();
        if (!read) rejected.add(candidate);
        else [candidate.found, candidate.rank] = [read, read.rank];
      }),
    );
    reads -= unconfirmed.length;
    sorted = sorted.filter((candidate) => !rejected.has(candidate)).sort(bestFirst);
  }
}

function bestFirst(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || b.recency - a.recency;
}

/** The candidates of each form of a query, each entry once with its best rank. */
async function allCandidates(
  index: SearchIndex,
  forms: readonly QueryForm[],
  filter: SearchFilter,
): Promise<Candidate[]> {
  const { segments, recent } = index.manifest;
  const indexed = await Promise.all(
    segments.map(async (segment, segmentIndex) => {
      const [ranksOfForms, matchesFilter] = await Promise.all([
        Promise.all(forms.map(({ query, isScattered = false }) => candidateRanks(index, segment, query, isScattered))),
        slotFilter(index, segment, filter),
      ]);
      const found: Candidate[] = [];
      for (let slot = 0; slot < segment.slots; slot++) {
        const ranks = ranksOfForms.map((ranksOfForm) => ranksOfForm[slot] ?? 0).filter((rank) => rank > 0);
        if (ranks.length === 0 || !matchesFilter(slot)) continue;
        const rank = Math.min(...ranks) - 1;
        const read = () => readEntry(index, segment, slot, forms, rank);
        found.push({ rank, recency: segmentIndex * 2 ** 32 + slot, read });
      }
      return found;
    }),
  );
  const newest = recent.flatMap((entry, position): Candidate[] => {
    const found = matchForms(index, entry, forms);
    const isScattered = forms.some((form) => form.isScattered);
    if (!found || !(isScattered || matchOfRank(found.rank) === 'phrase') || !entryMatchesFilter(entry, filter))
      return [];
    return [{ rank: found.rank, recency: segments.length * 2 ** 32 + position, found, read: async () => found }];
  });
  return [...newest, ...indexed.flat()];
}

async function readEntry(
  index: SearchIndex,
  segment: Segment,
  slot: number,
  forms: readonly QueryForm[],
  rank: Rank,
): Promise<FoundEntry | undefined> {
  const entry = await index.entry(segment, slot);
  if (!entry) return undefined;
  const [form] = forms;
  const found = matchForms(index, entry, forms);
  // The part of a long body that is not stored may hold what the rest does not.
  if (!entry.cut || !form || (found && found.rank <= rank)) return found;
  return { entry, rank, query: found?.query ?? form.query };
}

/** The best match of an entry with any form of a query. */
function matchForms(index: SearchIndex, entry: SearchEntry, forms: readonly QueryForm[]): FoundEntry | undefined {
  const words = index.wordsOf(entry);
  let best: FoundEntry | undefined;
  for (const { query } of forms) {
    const rank = matchEntry(query, words);
    if (rank !== undefined && (!best || rank < best.rank)) best = { entry, rank, query };
  }
  return best;
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
