import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#site/settings.ts';
import type { BuildCache } from './build-cache.ts';
import { filesIn } from './files-in.ts';
import type { OutputFile, PreviousOutput } from './previous-output.ts';

const part = 'outputs';

/** The output files of a build as the cache stores them: parallel arrays. */
interface StoredFiles {
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/**
 * What is known of the files of an output folder. A new process compares them with those that the cache lists. Between
 * builds of one process they are taken to be unchanged, for checking 10,000 files would be most of the time of a small
 * build; but not with PRECOMPRESS, whose files the cache does not list.
 */
export class OutputRecord {
  /** The files as this process published them last; undefined while they are in an unknown state. */
  #published: ReadonlyMap<string, OutputFile> | undefined;

  /** The files in the output folder. */
  read({ outputDir: folder, precompress }: Settings, cache: BuildCache): PreviousOutput {
    if (this.#published && !precompress && existsSync(join(folder, 'build.json')))
      return { files: new Set(this.#published.keys()), unchanged: this.#published };
    const files = filesIn(folder);
    const unchanged = new Map<string, OutputFile>();
    for (const [file, before] of storedFiles(cache)) {
      if (!files.has(file)) continue;
      const now = statFile(folder, file, before.key);
      if (now.size === before.size && now.time === before.time) unchanged.set(file, now);
    }
    return { files, unchanged };
  }

  /** To be called before the output folder is changed. */
  forget(): void {
    this.#published = undefined;
  }

  /** Stores the cache keys of all published files; only the `rewritten` and new ones are read from disk. */
  write(
    folder: string,
    keys: ReadonlyMap<string, string>,
    previous: PreviousOutput,
    rewritten: ReadonlySet<string>,
    cache: BuildCache,
  ): void {
    const published = new Map(
      Array.from(keys, ([file, key]) => {
        const before = rewritten.has(file) ? undefined : previous.unchanged.get(file);
        return [file, before ?? statFile(folder, file, key)] as const;
      }),
    );
    const found = [...published.values()];
    cache.set(part, {
      files: [...published.keys()],
      keys: [...keys.values()],
      sizes: Float64Array.from(found, ({ size }) => size),
      times: Float64Array.from(found, ({ time }) => time),
    } satisfies StoredFiles);
    this.#published = published;
  }
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

function statFile(folder: string, file: string, key: string): OutputFile {
  const { size, mtimeMs } = statSync(join(folder, file));
  return { key, size, time: mtimeMs };
}
