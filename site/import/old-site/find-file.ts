import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { slug } from '#vietnamese/slug.ts';

/** A folder with the files of an old site, and the hosts that the site had. */
export interface OldFiles {
  readonly folder: string;
  readonly hosts: ReadonlySet<string>;
}

/** Whether an address in a page is of the old site: relative, or of one of its hosts. */
export function isOwnAddress(address: string, hosts: ReadonlySet<string>): boolean {
  if (!/^(?:https?:)?\/\//i.test(address)) return !/^[a-z]+:/i.test(address);
  return URL.canParse(address, 'http://old.invalid') && hosts.has(new URL(address, 'http://old.invalid').hostname);
}

/**
 * The file in a folder that an address in a page means; undefined if there is none. Never one outside, not by a link of
 * the file system either.
 */
export function findFile(address: string, page: string, { folder, hosts }: OldFiles): string | undefined {
  if (/^data:|^\s*$/i.test(address)) return undefined;
  const path = decoded(address.replace(/^https?:\/\//i, '//').split('#')[0] ?? '');
  const [bare = ''] = path.split('?');
  const candidates = candidatesOf(bare, page, folder, isOwnAddress(address, hosts));
  // wget keeps the query in the name of the file.
  const query = path.slice(bare.length);
  return candidates
    .flatMap((file) => [file, ...(query ? [`${file}${query}`, `${file}${query.replace('?', '@')}`] : [])])
    .find((file) => isFileIn(folder, file));
}

function candidatesOf(path: string, page: string, folder: string, isOwn: boolean): string[] {
  if (!path.startsWith('/')) return [join(dirname(page), path)];
  // A mirror keeps the files of other hosts in folders of their names.
  if (path.startsWith('//'))
    return [join(folder, path), ...(isOwn ? [join(folder, path.replace(/^\/\/[^/]*/, ''))] : [])];
  return [join(folder, path), ...hostFolders(page, folder).map((host) => join(host, path))];
}

function isFileIn(folder: string, file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  return realpathSync(file).startsWith(`${realpathSync(folder)}${sep}`);
}

/** The folder of the host that a page of a mirror is in. */
function hostFolders(page: string, folder: string): string[] {
  const [first = ''] = resolve(page)
    .slice(resolve(folder).length + 1)
    .split(sep);
  return first ? [join(folder, first)] : [];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A name for a file next to an article that is taken by no other: its own, without diacritics. */
export function fileNameFor(file: string, taken: ReadonlySet<string>): string {
  const extension = extname(file).toLowerCase().replace(/\?.*/, '').replace('.jpeg', '.jpg');
  const stem = slug(basename(file, extname(file))).slice(0, 60) || 'tep';
  for (let number = 1; ; number++) {
    const name = `${stem}${number > 1 ? `-${number}` : ''}${extension}`;
    if (!taken.has(name)) return name;
  }
}
