import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchFileAddress } from '#news/address.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { IndexState } from '#search/build/index-state.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { canReuseIndexState, indexFileNames } from '#search/update-index.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { emptyOutput, type PreviousOutput } from '#site/cache/previous-output.ts';
import { runInWorker } from '#site/run-in-worker.ts';
import type { Settings } from '#site/settings.ts';
import { type IndexOutcome, type PreviousIndex, searchAbbreviations } from './index-files.ts';
import { markdownEntries } from './search-entries.ts';
import { type IndexTask, writeIndex } from './write-index.ts';

/** The addresses of the files of a search index. */
export type IndexFileAddresses = Pick<IndexOutcome, 'changed' | 'unchanged'>;

/** Indexing this many entries takes as long as starting a worker thread. */
const defaultWorkerThreshold = 500;

const part = 'search';

/** What buildSearchIndex reuses, by default nothing, and from how many entries on a worker thread is started. */
interface IndexOptions {
  readonly cache?: BuildCache;
  readonly previous?: PreviousOutput;
  readonly workerThreshold?: number;
}

/**
 * Writes the changed files of the search index into a folder: before it returns its promise, or in a worker thread if
 * the index is large and built from scratch.
 */
export async function buildSearchIndex(
  content: VisibleContent,
  settings: Settings,
  folder: string,
  {
    cache = BuildCache.inMemory(),
    previous = emptyOutput,
    workerThreshold = defaultWorkerThreshold,
  }: IndexOptions = {},
): Promise<IndexFileAddresses> {
  const abbreviations = searchAbbreviations(content);
  const task = { entries: markdownEntries(content), abbreviations, folder };
  const previousIndex = findPreviousIndex(cache, previous, settings, abbreviations);
  const isBuiltHere = previousIndex || task.entries.length < workerThreshold;
  const { state, ...files } = isBuiltHere ? writeIndex(task, previousIndex) : await writeIndexInWorker(task);
  cache.set(part, state);
  return files;
}

async function writeIndexInWorker(task: IndexTask): Promise<IndexOutcome> {
  const worker = new URL('index-thread.ts', import.meta.url);
  const [[outcome]] = await runInWorker<IndexOutcome, void>(worker, task, () => {});
  return outcome;
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
