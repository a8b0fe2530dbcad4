import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { beside } from '#site/beside.ts';
import type { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import { type InspectedFile, inspectInTurns, type MarkdownFile, type Turns } from './inspect-in-turns.ts';
import { readBytes, shownPath } from './source-file.ts';
import type { RightWords } from './word-findings.ts';

/** The cached results; they are valid only for the same accepted words. */
interface CachedInspections {
  readonly acceptedWords: RightWords | undefined;
  readonly files: ReadonlyMap<string, InspectedFile>;
}

/** From this many files on, inspecting takes longer than starting a worker. */
const minFilesForWorker = 500;

/** Inspects Markdown files and reuses the cached result of each unchanged file; the results are keyed by file. */
export async function inspectFiles(
  files: readonly MarkdownFile[],
  acceptedWords: RightWords | undefined,
  cache: Memory,
  minFiles = minFilesForWorker,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const previous = cache.recall<CachedInspections>('inspected');
  const cached = isDeepStrictEqual(previous?.acceptedWords, acceptedWords) ? previous?.files : undefined;
  const inspected = new Map<string, InspectedFile>();
  const changed: MarkdownFile[] = [];
  for (const markdownFile of files) {
    const { file } = markdownFile;
    const reusable = reusableInspection(file, cached?.get(file));
    if (reusable) inspected.set(file, reusable);
    else changed.push(markdownFile);
  }

  const queue: Turns = { files: changed, right: acceptedWords, next: new Int32Array(new SharedArrayBuffer(4)) };
  const inspectHere = () => inspectInTurns(queue);
  const worker = new URL('inspect-thread.ts', import.meta.url);
  const results =
    changed.length < minFiles
      ? [inspectHere()]
      : await beside<InspectedFile[], InspectedFile[]>(worker, queue, inspectHere);
  for (const result of results.flat()) inspected.set(result.file, result);

  cache.remember('inspected', { acceptedWords, files: inspected } satisfies CachedInspections);
  return inspected;
}

/** The cached result of a file if the file has not changed. */
function reusableInspection(file: string, cached: InspectedFile | undefined): InspectedFile | undefined {
  if (!cached || cached.path !== shownPath(file)) return undefined;
  const current = settledLook(file);
  if (current !== undefined && current === cached.signature) return cached;
  const bytes = readBytes(file);
  if (!bytes || hash('sha256', bytes) !== cached.contentHash) return undefined;
  return current === cached.signature ? cached : { ...cached, signature: current };
}
