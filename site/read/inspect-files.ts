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

/** The cached results of a part, by file. */
type InspectedPart = ReadonlyMap<string, InspectedFile>;

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
  const hasSameWords = isDeepStrictEqual(cache.get('accepted words'), { acceptedWords });
  const filesOfParts = Map.groupBy(files, partName);
  const cached = new Map<string, InspectedPart>();
  const inspected = new Map<string, InspectedFile>();
  const prepared = new Map<string, PreparedBody>();
  const changed: MarkdownFile[] = [];
  for (const [name, filesOfPart] of filesOfParts) {
    const part: InspectedPart = (hasSameWords ? cache.get(name) : undefined) ?? new Map();
    cached.set(name, part);
    for (const markdownFile of filesOfPart) {
      const reusable = reusableInspection(markdownFile.file, part.get(markdownFile.file));
      if (reusable) inspected.set(markdownFile.file, reusable);
      else changed.push(markdownFile);
    }
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

  cache.set('accepted words', { acceptedWords });
  for (const [name, filesOfPart] of filesOfParts)
    cache.set(name, currentPart(filesOfPart, inspected, cached.get(name) ?? new Map()));
  return { inspected, prepared };
}

/** The part of the cache for a file, by the year in its name or in that of its folder: closed years seldom change. */
function partName({ kind, file }: MarkdownFile): string {
  const dated = file.split(/[\\/]/).findLast((name) => /^(?:19|20)\d\d(?:-|$)/.test(name));
  return `inspected ${kind} ${dated?.slice(0, 4) ?? ''}`;
}

/** The results for the files of a part: the very object that is cached if it has the same results. */
function currentPart(files: readonly MarkdownFile[], inspected: InspectedPart, cached: InspectedPart): InspectedPart {
  const isSame = files.length === cached.size && files.every(({ file }) => inspected.get(file) === cached.get(file));
  return isSame
    ? cached
    : new Map(files.flatMap(({ file }) => inspected.get(file) ?? []).map((each) => [each.file, each]));
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
