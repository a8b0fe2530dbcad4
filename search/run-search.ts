import { type Excerpt, excerpt } from './excerpt.ts';
import { findEntries, type SearchFilter } from './find-entries.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { suggestQuery } from './suggest-query.ts';

/** A search by a reader, as the page sends it. */
export interface SearchRequest {
  readonly typed: string;
  /** How many results to return at most. */
  readonly count: number;
  readonly filter?: SearchFilter;
  /** Whether to suggest a corrected query where nothing is found, which takes several more searches. */
  readonly suggest?: boolean;
}

/** An entry found, with what its result shows. */
export interface SearchResult extends Excerpt {
  readonly address: string;
  readonly category: string;
  /** "2018-06-20"; absent for an entry without a day. */
  readonly day?: string;
}

/** The results of a search, as the page shows them. */
export interface SearchResponse {
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** A corrected query, where nothing was found and the correction finds something. */
  readonly suggestion?: string;
}

/** Searches the index. */
export async function runSearch(index: SearchIndex, request: SearchRequest): Promise<SearchResponse> {
  const { query, total, entries } = await findEntries(index, request.typed, request.count, request.filter);
  const suggested = request.suggest && total === 0 ? await suggestionFor(index, request.typed, query) : undefined;
  return {
    total,
    results: entries.map((entry) => ({
      ...excerpt(query, entry, index.abbreviations),
      address: entry.address,
      category: entry.category,
      ...(entry.day && { day: entry.day }),
    })),
    ...(suggested && { suggestion: suggested }),
  };
}

/** Undefined where the query finds something without the filter: it then needs no correction. */
async function suggestionFor(index: SearchIndex, typed: string, query: ParsedQuery): Promise<string | undefined> {
  if (query.parts.length === 0 || (await findEntries(index, typed, 1)).total > 0) return undefined;
  return suggestQuery(index, query, typed.trim());
}
