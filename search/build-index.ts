import { sourceOfEntry } from './build/entry-source.ts';
import type { SearchAbbreviation } from './compile-abbreviations.ts';
import type { SearchEntry } from './search-entry.ts';
import { type IndexFile, updateIndex } from './update-index.ts';

/** Builds all files of an index from scratch; the order of the entries does not change them. */
export function buildIndex(
  entries: readonly SearchEntry[],
  abbreviations: readonly SearchAbbreviation[],
): Iterable<IndexFile> {
  return updateIndex(undefined, entries.map(sourceOfEntry), abbreviations, () => undefined);
}
