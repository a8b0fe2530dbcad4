import type { FoundEntry } from './find-entries.ts';
import { phraseMismatchAt } from './match-entry.ts';
import { entryFields } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';
import { tokenize } from './tokenize.ts';

/** The query as an entry writes it, in lower case; undefined where it does not hold it as one phrase. */
export function heldPhrase(index: SearchIndex, { entry, query }: FoundEntry): string | undefined {
  const [part] = query.parts;
  if (!part || query.parts.length > 1) return undefined;
  for (const field of entryFields) {
    const words = tokenize(entry[field], index.abbreviations);
    const at = words.findIndex((_, start) => phraseMismatchAt(query, part, words, start) !== undefined);
    const phrase = words.slice(at, at + part.words.length);
    if (at >= 0) return phrase.map(({ start, end }) => entry[field].slice(start, end).toLowerCase()).join(' ');
  }
  return undefined;
}
