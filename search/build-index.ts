import type { Abbreviation } from './abbreviations.ts';
import { sourceOf } from './build/entry-source.ts';
import type { Entry } from './entry.ts';
import { type IndexFile, updateIndex } from './update-index.ts';

/** Makes every file of the index of a site from nothing, the same for the same entries and abbreviations in whatever order. */
export function buildIndex(entries: readonly Entry[], short: readonly Abbreviation[]): Iterable<IndexFile> {
  return updateIndex(undefined, entries.map(sourceOf), short, () => undefined);
}
