import { posix } from 'node:path';
import { oldAddressKey, oldAddressKeys } from '#news/old-address.ts';
import { copyPath, isCopied, type ReadingCopy } from './reading-copy.ts';

/** Where something in a page of the copy leads. */
export interface CopyLink {
  readonly href: string;
  /** The file of the site that is there; absent where it leads out of the copy. */
  readonly file?: string;
}

/**
 * An address as a page of the copy names it: a file of the copy from where the page lies, the web address of what only the
 * site has, anything else as it is; undefined for what only a site without an address has.
 */
export function copyLink(href: string, page: string, copy: ReadingCopy): CopyLink | undefined {
  const { origin, base } = copy;
  const here = `${origin}${base}/${page}`;
  if (href.startsWith('#') || !URL.canParse(href, here)) return { href };
  const url = new URL(href, here);
  if (url.origin !== origin) return namesNowhere(href, copy) ? undefined : { href };
  const file = url.pathname.startsWith(`${base}/`) ? copiedFile(url, copy) : undefined;
  if (file) return { href: between(page, file) + url.hash, file };
  return copy.public ? { href: url.href } : undefined;
}

/** The copied file that answers for an address: of an old one with a query, of the path alone, of an old path. */
function copiedFile({ pathname, search }: URL, copy: ReadingCopy): string | undefined {
  const path = pathname.slice(copy.base.length);
  const old = (key: string | undefined) => key !== undefined && copy.oldAddresses.get(key)?.slice(copy.base.length);
  const [exact] = oldAddressKeys(path, search);
  const asked = [search !== '' && old(exact), path, old(oldAddressKey(path, ''))];
  return asked
    .filter((address) => typeof address === 'string')
    .flatMap(filesAt)
    .find((file) => isCopied(file, copy));
}

/** The files that a server would give for an address. */
function filesAt(address: string): string[] {
  try {
    const path = decodeURIComponent(address.slice(1));
    return path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  } catch {
    return [];
  }
}

/** From one file of the copy to another, as an address. */
function between(page: string, file: string): string {
  const way = posix.relative(posix.dirname(copyPath(page)), copyPath(file));
  return way.split('/').map(encodeURIComponent).join('/');
}

/** Whether a link elsewhere, a letter for instance, tells of an address that this site does not have. */
function namesNowhere(href: string, copy: ReadingCopy): boolean {
  return !copy.public && [copy.origin, encodeURIComponent(copy.origin)].some((origin) => href.includes(origin));
}
