import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, each with what shows that it was written again. */
export type WrittenFiles = ReadonlyMap<string, { readonly bytes: number; readonly mark: string }>;

/** What a folder holds now. */
export function writtenFiles(folder: string): WrittenFiles {
  const paths = globSync('**', { cwd: folder, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    paths.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { size, mtimeNs, ino } = statSync(path, { bigint: true });
      return [path, { bytes: Number(size), mark: `${mtimeNs} ${ino} ${size}` }];
    }),
  );
}

/** How many files are new, gone, or were written again, as a deploy tool sees it that goes by their times. */
export function changedCount(before: WrittenFiles, after: WrittenFiles): number {
  const gone = [...before.keys()].filter((path) => !after.has(path)).length;
  return gone + [...after].filter(([path, { mark }]) => before.get(path)?.mark !== mark).length;
}
