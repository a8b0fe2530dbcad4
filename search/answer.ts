import { type Excerpt, excerpt } from './excerpt.ts';
import type { Query } from './query.ts';
import { type Filter, search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { suggestion } from './suggestion.ts';

/** What a page asks. */
export interface Question {
  readonly typed: string;
  /** How many results it has room for. */
  readonly count: number;
  readonly filter?: Filter;
  /** Whether to look for what may have been meant where nothing is found, which costs some searches more. */
  readonly suggest?: boolean;
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
export async function answer(index: SearchIndex, question: Question): Promise<Answer> {
  const { query, total, entries } = await search(index, question.typed, question.count, question.filter);
  const meant = question.suggest && total === 0 ? await meantBy(index, question.typed, query) : undefined;
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

/** What is only left out by a filter was typed right. */
async function meantBy(index: SearchIndex, typed: string, query: Query): Promise<string | undefined> {
  if (query.parts.length === 0 || (await search(index, typed, 1)).total > 0) return undefined;
  return suggestion(index, query, typed.trim());
}
