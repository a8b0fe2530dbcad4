import { posix } from 'node:path';
import { oldAddressKey, oldAddressKeys } from '#news/old-address.ts';
import { type CopiedSite, isInOfflineCopy, offlineCopyFilePath } from './copied-site.ts';

/** A link in a page of the offline copy. */
export interface OfflineCopyLink {
  readonly href: string;
  /** The file of the site that it leads to; absent if it leads out of the copy. */
  readonly file?: string;
}

/**
 * A link of the site for a page of the offline copy: the relative path of a copied file, the URL of what only the
 * website has, any other href unchanged. Undefined if only the website has the target and it has no public URL.
 */
export function offlineCopyLink(href: string, page: string, site: CopiedSite): OfflineCopyLink | undefined {
  const { origin, base } = site;
  const pageUrl = `${origin}${base}/${page}`;
  if (href.startsWith('#') || !URL.canParse(href, pageUrl)) return { href };
  const url = new URL(href, pageUrl);
  if (url.origin !== origin) return hasPrivateOrigin(href, site) ? undefined : { href };
  const file = url.pathname.startsWith(`${base}/`) ? copiedFile(url, site) : undefined;
  if (file) return { href: relativeHref(page, file) + url.hash, file };
  return site.hasPublicUrl ? { href: url.href } : undefined;
}

/** The copied file of a URL: of an old address with this query, of the path, or of an old address without a query. */
function copiedFile({ pathname, search }: URL, site: CopiedSite): string | undefined {
  const path = pathname.slice(site.base.length);
  const newAddress = (key: string | undefined) =>
    key !== undefined && site.oldAddresses.get(key)?.slice(site.base.length);
  const [exact] = oldAddressKeys(path, search);
  const candidates = [search !== '' && newAddress(exact), path, newAddress(oldAddressKey(path, ''))];
  return candidates
    .filter((address) => typeof address === 'string')
    .flatMap(filesAt)
    .find((file) => isInOfflineCopy(file, site));
}

/** The files that a server would try for an address. */
function filesAt(address: string): string[] {
  try {
    const path = decodeURIComponent(address.slice(1));
    return path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  } catch {
    return [];
  }
}

/** The relative href from one file of the copy to another. */
function relativeHref(page: string, file: string): string {
  const path = posix.relative(posix.dirname(offlineCopyFilePath(page)), offlineCopyFilePath(file));
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Whether a link such as `mailto:` contains the origin of a site without a public URL. */
function hasPrivateOrigin(href: string, site: CopiedSite): boolean {
  return !site.hasPublicUrl && [site.origin, encodeURIComponent(site.origin)].some((origin) => href.includes(origin));
}
