import { lstatSync, readdirSync } from 'node:fs';
import { settledChangeTime } from './file-signature.ts';

/** The files below a folder, and the folders they are in. */
export interface FolderListing {
  /** Relative, with "/". */
  readonly files: ReadonlySet<string>;
  /** By relative path, "" or with "/" at its end: when an entry last came or went, in ms; undefined if that is uncertain. */
  readonly folders: ReadonlyMap<string, number | undefined>;
}

/** Of a folder that was never listed. */
export const emptyListing: FolderListing = { files: new Set(), folders: new Map() };

/**
 * Lists what `filesIn` does. A folder in which no entry came or went since the previous listing is not read: its files
 * are those that were in it.
 */
export function listFolder(root: string, previous: FolderListing, now = Date.now()): FolderListing {
  const known = entriesByFolder(previous);
  const files = new Set<string>();
  const folders = new Map<string, number | undefined>();
  const visit = (folder: string) => {
    const stats = lstatSync(`${root}/${folder}`, { throwIfNoEntry: false });
    if (!stats?.isDirectory()) return;
    const changed = settledChangeTime(stats, now);
    folders.set(folder, changed);
    const isUnchanged = changed !== undefined && changed === previous.folders.get(folder);
    for (const entry of isUnchanged ? (known.get(folder) ?? []) : readEntries(root, folder))
      if (entry.endsWith('/')) visit(entry);
      else files.add(entry);
  };
  visit('');
  return { files, folders };
}

/** The folder that a file or folder is in. */
export function parentFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

function entriesByFolder({ files, folders }: FolderListing): Map<string, string[]> {
  const entries = new Map(Array.from(folders.keys(), (folder): [string, string[]] => [folder, []]));
  for (const folder of folders.keys()) if (folder !== '') entries.get(parentFolder(folder))?.push(folder);
  for (const file of files) entries.get(parentFolder(file))?.push(file);
  return entries;
}

function readEntries(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
}
