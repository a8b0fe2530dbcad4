import { type Excerpt, excerpt } from './excerpt.ts';
import { findEntries, type SearchFilter } from './find-entries.ts';
import { findMeantEntries, type MeantEntries } from './find-meant-entries.ts';
import { type OfferedSearch, offeredSearch } from './offered-search.ts';
import { matchOfRank } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

/** A search by a reader, as the page sends it. */
export interface SearchRequest {
  readonly typed: string;
  /** How many results to return at most. */
  readonly count: number;
  readonly filter?: SearchFilter;
  /** Whether only what was typed is searched, without a correction. */
  readonly exact?: boolean;
  /** Whether to offer a narrower search where a year is typed. */
  readonly suggest?: boolean;
}

/** An entry found, with what its result shows. */
export interface SearchResult extends Excerpt {
  readonly address: string;
  readonly category: string;
  /** "2018-06-20"; absent for an entry without a day. */
  readonly day?: string;
  /** Whether it holds the query as a phrase, all of its words, or only most of them; a quoted query is a phrase. */
  readonly match: ReturnType<typeof matchOfRank>;
}

/** The results of a search, as the page shows them. */
export interface SearchResponse {
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** The query that was searched, where it is a correction of the typed one. */
  readonly corrected?: string;
  /** A narrower search, with the number of its results; without any only where it is a category in a year. */
  readonly offer?: OfferedSearch & { readonly total: number };
}

/** Searches the index. */
export async function runSearch(index: SearchIndex, request: SearchRequest): Promise<SearchResponse> {
  const { typed, count, filter } = request;
  const find = request.exact ? findEntries : findMeantEntries;
  const { total, found, corrected }: MeantEntries = await find(index, typed, count, filter);
  const offer = request.suggest && !filter?.category && !filter?.year ? await offerFor(index, typed) : undefined;
  return {
    total,
    results: found.map(({ entry, query, rank }) => ({
      ...excerpt(query, entry, index.abbreviations),
      address: entry.address,
      category: entry.category,
      ...(entry.day && { day: entry.day }),
      match: query.parts.length === 1 ? matchOfRank(rank) : 'phrase',
    })),
    ...(corrected && { corrected }),
    ...(offer && { offer }),
  };
}

async function offerFor(index: SearchIndex, typed: string): Promise<SearchResponse['offer']> {
  const { categories, recent } = index.manifest;
  const known = new Set([...categories, ...recent.map(({ category }) => category)].filter((name) => name !== ''));
  const offered = offeredSearch(typed, [...known]);
  if (!offered) return undefined;
  const { total } = await findEntries(index, offered.typed, 1, offered);
  return total > 0 || offered.typed === '' ? { ...offered, total } : undefined;
}
