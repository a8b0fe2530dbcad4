import type { Abbreviation } from './abbreviations.ts';
import { sourceOf } from './build/entry-source.ts';
import type { Entry } from './entry.ts';
import { type IndexFile, updateIndex } from './update-index.ts';

/** Builds all files of an index from scratch; the order of the entries does not change them. */
export function buildIndex(entries: readonly Entry[], abbreviations: readonly Abbreviation[]): Iterable<IndexFile> {
  return updateIndex(undefined, entries.map(sourceOf), abbreviations, () => undefined);
}
