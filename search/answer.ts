import { type Excerpt, excerpt } from './excerpt.ts';
import { type Filter, search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { suggestion } from './suggestion.ts';

/** What a page asks. */
export interface Question {
  readonly typed: string;
  /** How many results it has room for. */
  readonly count: number;
  readonly filter?: Filter;
}

/** One result, ready to be shown. */
export interface Result extends Excerpt {
  readonly address: string;
  readonly category: string;
  /** "2018-06-20"; absent for what has no day. */
  readonly day?: string;
}

/** What a page shows. */
export interface Answer {
  readonly total: number;
  readonly results: readonly Result[];
  /** What the reader may have meant, where nothing was found. */
  readonly suggestion?: string;
}

/** Answers a page's question. */
export async function answer(index: SearchIndex, { typed, count, filter }: Question): Promise<Answer> {
  const { query, total, entries } = await search(index, typed, count, filter);
  const meant = total === 0 && query.parts.length > 0 ? await suggestion(index, query, typed.trim()) : undefined;
  return {
    total,
    results: entries.map((entry) => ({
      ...excerpt(query, entry, index.abbreviations),
      address: entry.address,
      category: entry.category,
      ...(entry.day && { day: entry.day }),
    })),
    ...(meant && { suggestion: meant }),
  };
}
