import { buildIndex } from '#search/build-index.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { SearchIndex } from '#search/search-index.ts';

/** A search index of entries, held in memory. */
export function inMemorySearchIndex(
  entries: readonly SearchEntry[],
  abbreviations: readonly SearchAbbreviation[] = [],
): Promise<SearchIndex> {
  const files = new Map(buildIndex(entries, abbreviations));
  return SearchIndex.open(async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no file ${name}`);
    return bytes;
  });
}
