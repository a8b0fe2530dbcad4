import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { slug } from '#vietnamese/slug.ts';

/** The file in a folder that an address in a page means; undefined if it has none. Never one outside the folder. */
export function findFile(address: string, page: string, folder: string): string | undefined {
  const path = decoded(address.replace(/^[a-z]+:\/\//i, '//').split('#')[0] ?? '');
  if (/^data:|^\s*$/i.test(address)) return undefined;
  const [bare = ''] = path.split('?');
  const candidates = bare.startsWith('//')
    ? [join(folder, bare.slice(2)), join(folder, bare.slice(2).replace(/^[^/]*/, ''))]
    : bare.startsWith('/')
      ? [join(folder, bare), ...hostFolders(page, folder).map((host) => join(host, bare))]
      : [join(dirname(page), bare)];
  const inside = (file: string) => resolve(file).startsWith(`${resolve(folder)}${sep}`);
  // wget keeps the query in the name of the file.
  const query = path.slice(bare.length);
  return candidates
    .flatMap((file) => [file, ...(query ? [`${file}${query}`, `${file}${query.replace('?', '@')}`] : [])])
    .find((file) => inside(file) && existsSync(file) && statSync(file).isFile());
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
