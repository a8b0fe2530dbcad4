import type { Abbreviation } from '#search/abbreviations.ts';
import { buildIndex } from '#search/build-index.ts';
import type { Entry } from '#search/entry.ts';
import { SearchIndex } from '#search/search-index.ts';

/** A search index of entries, held in memory. */
export function searchOver(
  entries: readonly Entry[],
  abbreviations: readonly Abbreviation[] = [],
): Promise<SearchIndex> {
  const files = new Map(buildIndex(entries, abbreviations));
  return SearchIndex.open(async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no file ${name}`);
    return bytes;
  });
}
