import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder by path, each with a signature that changes when the file is written. */
export type FolderSnapshot = ReadonlyMap<string, { readonly bytes: number; readonly signature: string }>;

/** The current files of a folder. */
export function folderSnapshot(folder: string): FolderSnapshot {
  const paths = globSync('**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { size, mtimeNs, ino } = statSync(path, { bigint: true });
      return [path, { bytes: Number(size), signature: `${mtimeNs} ${ino} ${size}` }];
    }),
  );
}

/** The number of files that are new, deleted or written again, as seen by a deploy tool that compares times. */
export function changedFileCount(before: FolderSnapshot, after: FolderSnapshot): number {
  const deleted = [...before.keys()].filter((path) => !after.has(path)).length;
  return deleted + [...after].filter(([path, { signature }]) => before.get(path)?.signature !== signature).length;
}
