import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#site/settings.ts';
import type { BuildCache } from './build-cache.ts';
import { filesIn } from './files-in.ts';

const part = 'outputs';

/** The output files of a build as the cache stores them: parallel arrays. */
interface StoredFiles {
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** The files in an output folder. */
export interface PreviousOutput {
  /** Relative to the folder, with "/". */
  readonly files: ReadonlySet<string>;
  /** Those that are unchanged since the last build. */
  readonly unchanged: ReadonlyMap<string, OutputFile>;
}

/** A file that a build wrote. */
interface OutputFile {
  /** The cache key of its content. */
  readonly key: string;
  readonly size: number;
  /** When it was modified, in ms. */
  readonly time: number;
}

/** The output of a site that was never built. */
export const emptyOutput: PreviousOutput = { files: new Set(), unchanged: new Map() };

/**
 * The files in an output folder. Between builds of one process the files are taken to be unchanged, for checking 10,000
 * of them would be most of the time of a small build; but not with PRECOMPRESS, whose files the cache does not list.
 */
export function previousOutput({ outputDir: folder, precompress }: Settings, cache: BuildCache): PreviousOutput {
  const stored = storedFiles(cache);
  if (cache.isOutputUntouched && !precompress && existsSync(join(folder, 'build.json')))
    return { files: new Set(stored.keys()), unchanged: stored };
  const files = filesIn(folder);
  const unchanged = new Map<string, OutputFile>();
  for (const [file, before] of stored) {
    if (!files.has(file)) continue;
    const now = statFile(folder, file, before.key);
    if (now.size === before.size && now.time === before.time) unchanged.set(file, now);
  }
  return { files, unchanged };
}

function storedFiles(cache: BuildCache): Map<string, OutputFile> {
  const { files, keys, sizes, times } = cache.get<StoredFiles>(part) ?? {
    files: [],
    keys: [],
    sizes: [],
    times: [],
  };
  return new Map(
    files.map((file, index) => {
      return [file, { key: keys[index] ?? '', size: sizes[index] ?? 0, time: times[index] ?? 0 }] as const;
    }),
  );
}

/** Stores the cache keys of all files in an output folder; only the `rewritten` and new ones are read from disk. */
export function recordOutput(
  folder: string,
  keys: ReadonlyMap<string, string>,
  previous: PreviousOutput,
  rewritten: ReadonlySet<string>,
  cache: BuildCache,
): void {
  const files = [...keys.keys()];
  const found = Array.from(
    keys,
    ([file, key]) => (rewritten.has(file) ? undefined : previous.unchanged.get(file)) ?? statFile(folder, file, key),
  );
  cache.set(part, {
    files,
    keys: [...keys.values()],
    sizes: Float64Array.from(found, ({ size }) => size),
    times: Float64Array.from(found, ({ time }) => time),
  } satisfies StoredFiles);
}

function statFile(folder: string, file: string, key: string): OutputFile {
  const { size, mtimeMs } = statSync(join(folder, file));
  return { key, size, time: mtimeMs };
}
