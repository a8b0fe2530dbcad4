import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '#site/files-in.ts';
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
  /** The keys of those that stand as the last build left them. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Of a site that was never built. */
export const noOutputs: Outputs = { files: new Set(), keys: new Map() };

/** What stands in an output folder, and what of it the memory vouches for. */
export function outputs(folder: string, memory: Memory): Outputs {
  const files = filesIn(folder);
  const left = memory.recall<Left>(part);
  const keys = new Map<string, string>();
  for (const [index, file] of left?.files.entries() ?? []) {
    if (!files.has(file)) continue;
    const { size, mtimeMs } = statSync(join(folder, file));
    const key = left?.keys[index];
    if (key !== undefined && size === left?.sizes[index] && mtimeMs === left.times[index]) keys.set(file, key);
  }
  return { files, keys };
}

/** Keeps what the files of an output folder were made of. */
export function rememberOutputs(folder: string, keys: ReadonlyMap<string, string>, memory: Memory): void {
  const files = [...keys.keys()];
  const stats = files.map((file): Stats => statSync(join(folder, file)));
  memory.remember(part, {
    files,
    keys: [...keys.values()],
    sizes: Float64Array.from(stats, ({ size }) => size),
    times: Float64Array.from(stats, ({ mtimeMs }) => mtimeMs),
  } satisfies Left);
}
