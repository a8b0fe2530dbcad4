import type { Abbreviation } from '#search/abbreviations.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { writeStaticFiles } from '#site/static-files.ts';
import { type EntryParts, entrySources } from './search-entries.ts';
import { filesOfSources, type SearchBefore } from './search-files.ts';

/** What an index is made of, and where to: plain data. */
export interface IndexTask {
  readonly entries: readonly EntryParts[];
  readonly abbreviations: readonly Abbreviation[];
  readonly folder: string;
}

/** An index that lies in its folder; `state` is for the next time. */
export interface WrittenIndex {
  /** The addresses of the files that were written: all of them, where nothing was given of the last build. */
  readonly changed: readonly string[];
  /** Those of the others, which stand as they are. */
  readonly unchanged: readonly string[];
  readonly state: IndexState;
}

/** Writes the files of an index that are other ones than the last build left into a folder. */
export function writeIndex({ entries, abbreviations, folder }: IndexTask, before?: SearchBefore): WrittenIndex {
  const { changed, unchanged, state } = filesOfSources(entrySources(entries), abbreviations, before);
  writeStaticFiles(changed, folder);
  return { changed: changed.map(({ address }) => address), unchanged, state };
}
