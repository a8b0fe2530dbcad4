import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oldAddressesFolder, oldAddressKey, oldAddressKeys } from '#news/old-address.ts';
import { type PathHeaders, parseHeadersFile } from '#site/assets/headers.ts';
import { redirectFileAddresses } from '#site/redirects/redirect-files.ts';
import { isServedFile, notFoundFile } from './files-for-hosts.ts';

/** A file of a built site with an address of its own. */
export interface BuiltFile {
  /** In the folder: "bai-viet/tin/index.html" */
  readonly path: string;
  /** Percent-encoded, without the path of the site: "/bai-viet/tin/" */
  readonly address: string;
  /** In bytes. */
  readonly size: number;
}

/** An old address and where it must lead, both without the path of the site. */
export interface BuiltRedirect {
  /** With its query: "/Default.aspx?id=5" */
  readonly from: string;
  readonly to: string;
}

/** A site as it was built: what is expected on the web. */
export interface BuiltSite {
  readonly folder: string;
  readonly files: readonly BuiltFile[];
  /** The addresses of folders that have no page, each with a slash at its end. */
  readonly foldersWithoutPage: readonly string[];
  readonly notFoundPage: string | undefined;
  readonly redirects: readonly BuiltRedirect[];
  /** Where an old address must lead, by its key: `oldAddressKey`. */
  readonly targets: ReadonlyMap<string, string>;
  readonly headers: readonly PathHeaders[];
}

/** The bytes of a file of the built site. */
export function readBuiltFile({ folder }: Pick<BuiltSite, 'folder'>, { path }: Pick<BuiltFile, 'path'>) {
  return readFile(join(folder, path));
}

/** Whether a file is a page. */
export function isPage({ path }: Pick<BuiltFile, 'path'>): boolean {
  return path.endsWith('.html');
}

/** Reads what a build wrote into a folder; `base` is the path of the site on the web, "" or "/trang". */
export function readBuiltSite(folder: string, base: string): BuiltSite {
  const paths = allFiles(folder);
  const known = new Set(paths);
  const notFound = join(folder, notFoundFile);
  const table = readRedirects(folder, base);
  return {
    folder,
    files: paths.filter(isServedFile).map((path) => ({
      path,
      address: addressOf(path),
      size: statSync(join(folder, path)).size,
    })),
    foldersWithoutPage: foldersOf(paths)
      .filter((parent) => !known.has(`${parent}index.html`))
      .map(addressOf),
    notFoundPage: existsSync(notFound) ? readFileSync(notFound, 'utf8') : undefined,
    redirects: [...table].map(([from, to]) => ({ from, to })),
    targets: new Map([...table].flatMap(([from, to]) => (keyOf(from) === undefined ? [] : [[keyOf(from) ?? '', to]]))),
    headers: existsSync(join(folder, '_headers'))
      ? parseHeadersFile(readFileSync(join(folder, '_headers'), 'utf8'))
      : [],
  };
}

/** Where an old address must lead, without the path of the site; undefined for an address that is none. */
export function targetOf({ targets }: Pick<BuiltSite, 'targets'>, path: string, query: string): string | undefined {
  return oldAddressKeys(path, query)
    .map((key) => targets.get(key))
    .find((to) => to !== undefined);
}

/**
 * Every file below a folder as a relative path with "/", also one whose name begins with a dot. A symbolic link is a file:
 * it is not followed.
 */
export function allFiles(folder: string, parent = ''): string[] {
  return readdirSync(join(folder, parent), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? allFiles(folder, `${parent}${entry.name}/`) : [`${parent}${entry.name}`],
    )
    .sort();
}

/** "bai-viet/tin/index.html" → "/bai-viet/tin/" */
function addressOf(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`.replace(/\/index\.html$/, '/');
}

/** The folders that files are in, each with a slash at its end; not the folder of the site itself. */
function foldersOf(paths: readonly string[]): string[] {
  const parents = paths.flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, index, names) => `${names.slice(0, index + 1).join('/')}/`),
  );
  return [...new Set(parents)];
}

function keyOf(address: string): string | undefined {
  const [path = '', ...query] = address.split('?');
  return oldAddressKey(path, query.join('?'));
}

/** The table of old addresses. Its keys are in lower case; a spelling from the table for Netlify is used where it is there. */
function readRedirects(folder: string, base: string): Map<string, string> {
  const tables = join(folder, oldAddressesFolder);
  if (!existsSync(tables)) return new Map();
  const written = writtenOldAddresses(join(folder, redirectFileAddresses.netlify), base);
  const withoutBase = (address: string) => (address.startsWith(`${base}/`) ? address.slice(base.length) : address);
  return new Map(
    readdirSync(tables)
      .filter((name) => /^\d+\.json$/.test(name))
      .flatMap((name) => Object.entries<string>(JSON.parse(readFileSync(join(tables, name), 'utf8'))))
      .map(([key, to]) => [written.get(key) ?? key, withoutBase(to)]),
  );
}

/** The old addresses as editors wrote them, by their key. */
function writtenOldAddresses(file: string, base: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const found = new Map<string, string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [path = '', ...rest] = line.split(' ');
    const query = rest.slice(0, -2).join('&');
    const address = path.slice(base.length) + (query && `?${query}`);
    const key = keyOf(address);
    if (line !== '' && key !== undefined) found.set(key, address);
  }
  return found;
}
