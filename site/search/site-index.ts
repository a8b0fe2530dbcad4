import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchFileAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { fileNames, isUsable } from '#search/update-index.ts';
import { beside } from '#site/beside.ts';
import type { Memory } from '#site/cache/memory.ts';
import type { Outputs } from '#site/cache/outputs.ts';
import type { Settings } from '#site/settings.ts';
import { entryParts } from './search-entries.ts';
import { type IndexOutcome, type SearchBefore, searchAbbreviations } from './search-files.ts';
import { writeIndex } from './write-index.ts';

/** Where the files of a site's index are. */
export type SiteIndex = Pick<IndexOutcome, 'changed' | 'unchanged'>;

/** So many entries take as long as a thread takes to start. */
const worthAThread = 500;

const part = 'search';

/**
 * Writes the files of the search index of a site that are other ones than the last build left into a folder, and makes
 * something else besides: at the same time, where a large index is made from nothing.
 */
export async function siteIndex<Besides>(
  newsroom: Newsroom,
  settings: Settings,
  memory: Memory,
  stood: Outputs,
  folder: string,
  meanwhile: () => Promise<Besides>,
  fewest = worthAThread,
): Promise<readonly [index: SiteIndex, besides: Besides]> {
  if (settings.core) return [{ changed: [], unchanged: [] }, await meanwhile()];
  const abbreviations = searchAbbreviations(newsroom);
  const task = { entries: entryParts(newsroom, settings.now), abbreviations, folder };
  const before = searchBefore(memory, stood, settings, abbreviations);
  const isMadeHere = before || task.entries.length < fewest;
  const [{ state, ...files }, besides] = isMadeHere
    ? [writeIndex(task, before), await meanwhile()]
    : await beside<IndexOutcome, Besides>(new URL('index-thread.ts', import.meta.url), task, meanwhile);
  memory.remember(part, state);
  return [files, besides];
}

/** Undefined where the memory has none that is of use, or where not all its files stand as they were left. */
function searchBefore(
  memory: Memory,
  stood: Outputs,
  { outputDir }: Settings,
  abbreviations: readonly Abbreviation[],
): SearchBefore | undefined {
  const state = memory.recall<IndexState>(part);
  const isWhole =
    state &&
    isUsable(state, abbreviations) &&
    Array.from(fileNames(state), searchFileAddress).every((file) => stood.left.has(file.slice(1)));
  return isWhole ? { state, read: (address) => readIfThere(join(outputDir, address)) } : undefined;
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
