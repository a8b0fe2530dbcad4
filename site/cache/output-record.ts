import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#site/settings.ts';
import type { BuildCache } from './build-cache.ts';
import { settledChangeTime } from './file-signature.ts';
import { emptyListing, type FolderListing, listFolder, parentFolder } from './folder-listing.ts';
import type { OutputFile, PreviousOutput } from './previous-output.ts';

const part = 'outputs';

/** The output files of a build as the cache stores them: parallel arrays. */
interface StoredFiles {
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  readonly folders: readonly string[];
  /** Not a number where it is uncertain. */
  readonly folderTimes: Float64Array;
}

const nothingStored: StoredFiles = {
  ...{ files: [], keys: [], folders: [] },
  ...{ sizes: new Float64Array(), times: new Float64Array(), folderTimes: new Float64Array() },
};

/**
 * What is known of the files of an output folder. A new process compares them with those that the cache lists. Between
 * builds of one process they are taken to be unchanged, for checking 10,000 files would be most of the time of a small
 * build; but not with PRECOMPRESS, whose files the cache does not list.
 */
export class OutputRecord {
  /** The output as this process published it last; undefined while it is in an unknown state. */
  #published: PreviousOutput | undefined;
  /** When the process began to change the output folder, in ms. */
  #changingSince = 0;

  /** The files in the output folder. */
  read({ outputDir: folder, precompress }: Settings, cache: BuildCache): PreviousOutput {
    if (this.#published && !precompress && existsSync(join(folder, 'build.json'))) return this.#published;
    const { listing, known } = stored(cache);
    const { files, folders } = listFolder(folder, listing);
    const unchanged = new Map<string, OutputFile>();
    for (const [file, before] of known) {
      if (!files.has(file)) continue;
      const now = statFile(folder, file, before.key);
      if (now.size === before.size && now.time === before.time) unchanged.set(file, now);
    }
    return { files, folders, unchanged };
  }

  /** To be called before the output folder is changed. */
  forget(): void {
    this.#published = undefined;
    this.#changingSince = Date.now();
  }

  /** Stores the cache keys of all published files; only the `rewritten` and new ones are read from disk. */
  write(
    { outputDir: folder, precompress }: Pick<Settings, 'outputDir' | 'precompress'>,
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
    // The compressed files are not listed: the next build is to look for them.
    const folders = precompress ? emptyListing.folders : this.#publishedFolders(folder, keys, previous);
    cache.set(part, {
      files: [...published.keys()],
      keys: [...keys.values()],
      sizes: Float64Array.from(found, ({ size }) => size),
      times: Float64Array.from(found, ({ time }) => time),
      folders: [...folders.keys()],
      folderTimes: Float64Array.from(folders.values(), (time) => time ?? Number.NaN),
    } satisfies StoredFiles);
    this.#published = { files: new Set(keys.keys()), folders, unchanged: published };
  }

  /** The folders of the published files. Where a file was found that is none of them, the next build is to look again. */
  #publishedFolders(
    folder: string,
    keys: ReadonlyMap<string, string>,
    previous: PreviousOutput,
  ): FolderListing['folders'] {
    const folders = new Map(previous.folders);
    const add = (path: string) => {
      if (folders.has(path)) return;
      if (path !== '') add(parentFolder(path));
      // Since the process began to change it, others may have put something into it.
      folders.set(path, settledChangeTime(lstatSync(`${folder}/${path}`), this.#changingSince));
    };
    for (const file of keys.keys()) add(parentFolder(file));
    for (const file of previous.files) if (!keys.has(file)) folders.set(parentFolder(file), undefined);
    return folders;
  }
}

/** What the cache lists. */
function stored(cache: BuildCache): { listing: FolderListing; known: ReadonlyMap<string, OutputFile> } {
  const { files, keys, sizes, times, folders, folderTimes } = cache.get<StoredFiles>(part) ?? nothingStored;
  return {
    known: new Map(
      files.map((file, index) => [file, { key: keys[index] ?? '', size: sizes[index] ?? 0, time: times[index] ?? 0 }]),
    ),
    listing: { files: new Set(files), folders: new Map(folders.map((path, index) => [path, folderTimes[index]])) },
  };
}

function statFile(folder: string, file: string, key: string): OutputFile {
  const { size, mtimeMs } = statSync(join(folder, file));
  return { key, size, time: mtimeMs };
}
