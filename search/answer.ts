import { type Excerpt, excerpt } from './excerpt.ts';
import type { Query } from './query.ts';
import { type Filter, search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { suggestion } from './suggestion.ts';

/** A search by a reader, as the page sends it. */
export interface Question {
  readonly typed: string;
  /** How many results to return at most. */
  readonly count: number;
  readonly filter?: Filter;
  /** Whether to suggest a corrected query where nothing is found, which takes several more searches. */
  readonly suggest?: boolean;
}

/** An entry found, with what its result shows. */
export interface Result extends Excerpt {
  readonly address: string;
  readonly category: string;
  /** "2018-06-20"; absent for an entry without a day. */
  readonly day?: string;
}

/** The results of a search, as the page shows them. */
export interface Answer {
  readonly total: number;
  readonly results: readonly Result[];
  /** A corrected query, where nothing was found and the correction finds something. */
  readonly suggestion?: string;
}

/** Searches the index. */
export async function answer(index: SearchIndex, request: Question): Promise<Answer> {
  const { query, total, entries } = await search(index, request.typed, request.count, request.filter);
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
async function suggestionFor(index: SearchIndex, typed: string, query: Query): Promise<string | undefined> {
  if (query.parts.length === 0 || (await search(index, typed, 1)).total > 0) return undefined;
  return suggestion(index, query, typed.trim());
}
