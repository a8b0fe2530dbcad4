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

/** The addresses of the files of a search index. */
export type SiteIndex = Pick<IndexOutcome, 'changed' | 'unchanged'>;

/** Indexing this many entries takes as long as starting a worker thread. */
const defaultWorkerThreshold = 500;

const part = 'search';

/**
 * Writes the changed files of the search index into a folder, and runs `meanwhile`: at the same time if the index is
 * large and built from scratch, which is done in a worker thread.
 */
export async function siteIndex<Value>(
  content: Newsroom,
  settings: Settings,
  cache: Memory,
  previous: Outputs,
  folder: string,
  meanwhile: () => Promise<Value>,
  workerThreshold = defaultWorkerThreshold,
): Promise<readonly [index: SiteIndex, value: Value]> {
  if (settings.core) return [{ changed: [], unchanged: [] }, await meanwhile()];
  const abbreviations = searchAbbreviations(content);
  const task = { entries: entryParts(content, settings.now), abbreviations, folder };
  const previousIndex = findPreviousIndex(cache, previous, settings, abbreviations);
  const isBuiltHere = previousIndex || task.entries.length < workerThreshold;
  const [{ state, ...files }, value] = isBuiltHere
    ? [writeIndex(task, previousIndex), await meanwhile()]
    : await beside<IndexOutcome, Value>(new URL('index-thread.ts', import.meta.url), task, meanwhile);
  cache.remember(part, state);
  return [files, value];
}

/** Undefined if no usable index is cached, or if one of its files in the output was changed or deleted. */
function findPreviousIndex(
  cache: Memory,
  previous: Outputs,
  { outputDir }: Settings,
  abbreviations: readonly Abbreviation[],
): SearchBefore | undefined {
  const state = cache.recall<IndexState>(part);
  const isComplete =
    state &&
    isUsable(state, abbreviations) &&
    Array.from(fileNames(state), searchFileAddress).every((file) => previous.left.has(file.slice(1)));
  return isComplete ? { state, read: (address) => readIfExists(join(outputDir, address)) } : undefined;
}

function readIfExists(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
