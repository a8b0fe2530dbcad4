import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#site/settings.ts';
import { filesIn } from './files-in.ts';
import type { Memory } from './memory.ts';

const part = 'outputs';

/** What a file was made of, and how the disk told of it then. */
interface Left {
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** The files that stand in an output folder. */
export interface Outputs {
  /** Relative to the folder, with "/". */
  readonly files: ReadonlySet<string>;
  /** Those that stand as the last build left them. */
  readonly left: ReadonlyMap<string, LeftFile>;
}

/** A file that was left: the key of what it was made of, and how the disk told of it. */
interface LeftFile {
  readonly key: string;
  readonly size: number;
  readonly time: number;
}

/** Of a site that was never built. */
export const noOutputs: Outputs = { files: new Set(), left: new Map() };

/**
 * What stands in an output folder, and what of it the memory vouches for. Between builds of one process a folder that is
 * still there is taken as it was left: looking at ten thousand files would be most of a small change. Not where
 * compressed forms stand beside them, which nothing remembers.
 */
export function outputs({ outputDir: folder, precompress }: Settings, memory: Memory): Outputs {
  const last = remembered(memory);
  if (memory.isFresh && !precompress && existsSync(join(folder, 'build.json')))
    return { files: new Set(last.keys()), left: last };
  const files = filesIn(folder);
  const left = new Map<string, LeftFile>();
  for (const [file, before] of last) {
    if (!files.has(file)) continue;
    const now = look(folder, file, before.key);
    if (now.size === before.size && now.time === before.time) left.set(file, now);
  }
  return { files, left };
}

function remembered(memory: Memory): Map<string, LeftFile> {
  const { files, keys, sizes, times } = memory.recall<Left>(part) ?? { files: [], keys: [], sizes: [], times: [] };
  return new Map(
    files.map((file, at) => [file, { key: keys[at] ?? '', size: sizes[at] ?? 0, time: times[at] ?? 0 }] as const),
  );
}

/** Keeps what the files of an output folder were made of; those that `stood` and were not made again are as they were. */
export function rememberOutputs(
  folder: string,
  keys: ReadonlyMap<string, string>,
  stood: Outputs,
  made: ReadonlySet<string>,
  memory: Memory,
): void {
  const files = [...keys.keys()];
  const found = Array.from(
    keys,
    ([file, key]) => (made.has(file) ? undefined : stood.left.get(file)) ?? look(folder, file, key),
  );
  memory.remember(part, {
    files,
    keys: [...keys.values()],
    sizes: Float64Array.from(found, ({ size }) => size),
    times: Float64Array.from(found, ({ time }) => time),
  } satisfies Left);
}

function look(folder: string, file: string, key: string): LeftFile {
  const { size, mtimeMs } = statSync(join(folder, file));
  return { key, size, time: mtimeMs };
}
