import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import type { PreparedBody } from '#site/markdown/prepare-body.ts';
import { runInWorker } from '#site/run-in-worker.ts';
import {
  type FileResult,
  type InspectedFile,
  inspectFromQueue,
  type MarkdownFile,
  type WorkQueue,
} from './inspect-from-queue.ts';
import type { ProseExceptions } from './prose-findings.ts';
import { displayPath, readBytes } from './source-file.ts';

/** The cached results; they are valid only for the same accepted words. */
interface CachedInspections {
  readonly acceptedWords: ProseExceptions | undefined;
  readonly files: ReadonlyMap<string, InspectedFile>;
}

/** From this many files on, inspecting takes longer than starting a worker. */
const minFilesForWorker = 500;

/** How many characters of HTML are prepared of bodies, if any: those of some ten thousand articles, in 64 MB. */
const maxPreparedLength = 32_000_000;

/** The results of inspecting files, by file. */
interface InspectedFiles {
  readonly inspected: ReadonlyMap<string, InspectedFile>;
  /** The bodies of newly inspected files that were prepared. */
  readonly prepared: ReadonlyMap<string, PreparedBody>;
}

/** Inspects Markdown files and reuses the cached result of each unchanged file; prepares the bodies of the others. */
export async function inspectFiles(
  files: readonly MarkdownFile[],
  acceptedWords: ProseExceptions | undefined,
  cache: BuildCache,
  { minFiles = minFilesForWorker, preparesBodies = false } = {},
): Promise<InspectedFiles> {
  const previous = cache.get<CachedInspections>('inspected');
  const cached = isDeepStrictEqual(previous?.acceptedWords, acceptedWords) ? previous?.files : undefined;
  const inspected = new Map<string, InspectedFile>();
  const prepared = new Map<string, PreparedBody>();
  const changed: MarkdownFile[] = [];
  for (const markdownFile of files) {
    const { file } = markdownFile;
    const reusable = reusableInspection(file, cached?.get(file));
    if (reusable) inspected.set(file, reusable);
    else changed.push(markdownFile);
  }

  const queue: WorkQueue = {
    files: changed,
    proseExceptions: acceptedWords,
    nextIndex: new Int32Array(new SharedArrayBuffer(4)),
    preparableLength: new Int32Array(new SharedArrayBuffer(4)).fill(preparesBodies ? maxPreparedLength : 0),
  };
  const add = (batch: readonly FileResult[]) => {
    for (const { file: result, prepared: body } of batch) {
      inspected.set(result.file, result);
      if (body) prepared.set(result.file, body);
    }
  };
  const inspectHere = () => inspectFromQueue(queue, (batch) => add(structuredClone(batch)));
  const worker = new URL('inspect-thread.ts', import.meta.url);
  if (changed.length < minFiles) inspectHere();
  else {
    const [batches] = await runInWorker<readonly FileResult[], void>(worker, queue, inspectHere);
    for (const batch of batches) add(batch);
  }

  cache.set('inspected', { acceptedWords, files: inspected } satisfies CachedInspections);
  return { inspected, prepared };
}

/** The cached result of a file if the file has not changed. */
function reusableInspection(file: string, cached: InspectedFile | undefined): InspectedFile | undefined {
  if (!cached || cached.path !== displayPath(file)) return undefined;
  const current = fileSignature(file);
  if (current !== undefined && current === cached.signature) return cached;
  const bytes = readBytes(file);
  if (!bytes || hash('sha256', bytes) !== cached.contentHash) return undefined;
  return current === cached.signature ? cached : { ...cached, signature: current };
}
