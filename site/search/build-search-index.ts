import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchFileAddress } from '#news/address.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { IndexState } from '#search/build/index-state.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { canReuseIndexState, indexFileNames } from '#search/update-index.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import type { PreviousOutput } from '#site/cache/previous-output.ts';
import { runInWorker } from '#site/run-in-worker.ts';
import type { Settings } from '#site/settings.ts';
import { entryParts } from './search-entries.ts';
import { type IndexOutcome, type PreviousIndex, searchAbbreviations } from './search-files.ts';
import { writeIndex } from './write-index.ts';

/** The addresses of the files of a search index. */
export type SearchIndexFiles = Pick<IndexOutcome, 'changed' | 'unchanged'>;

/** Indexing this many entries takes as long as starting a worker thread. */
const defaultWorkerThreshold = 500;

const part = 'search';

/**
 * Writes the changed files of the search index into a folder, and runs `meanwhile`: at the same time if the index is
 * large and built from scratch, which is done in a worker thread.
 */
export async function buildSearchIndex<Value>(
  content: VisibleContent,
  settings: Settings,
  cache: BuildCache,
  previous: PreviousOutput,
  folder: string,
  meanwhile: () => Promise<Value>,
  workerThreshold = defaultWorkerThreshold,
): Promise<readonly [index: SearchIndexFiles, value: Value]> {
  const abbreviations = searchAbbreviations(content);
  const task = { entries: entryParts(content), abbreviations, folder };
  const previousIndex = findPreviousIndex(cache, previous, settings, abbreviations);
  const isBuiltHere = previousIndex || task.entries.length < workerThreshold;
  const [{ state, ...files }, value] = isBuiltHere
    ? [writeIndex(task, previousIndex), await meanwhile()]
    : await runInWorker<IndexOutcome, Value>(new URL('index-thread.ts', import.meta.url), task, meanwhile);
  cache.set(part, state);
  return [files, value];
}

/** Undefined if no usable index is cached, or if one of its files in the output was changed or deleted. */
function findPreviousIndex(
  cache: BuildCache,
  previous: PreviousOutput,
  { outputDir }: Settings,
  abbreviations: readonly SearchAbbreviation[],
): PreviousIndex | undefined {
  const state = cache.get<IndexState>(part);
  const isComplete =
    state &&
    canReuseIndexState(state, abbreviations) &&
    Array.from(indexFileNames(state), searchFileAddress).every((file) => previous.unchanged.has(file.slice(1)));
  return isComplete ? { state, read: (address) => readIfExists(join(outputDir, address)) } : undefined;
}

function readIfExists(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
