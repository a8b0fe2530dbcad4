import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuiltSite, isPage } from './built-site.ts';

/** An address of another site, and where it is named. */
export interface ForeignLink {
  readonly url: string;
  /** The address of the first page with this link, and how many others have it. */
  readonly page: string;
  readonly otherPages: number;
}

const links = /<a\s[^>]*?\bhref="(https?:\/\/[^"]+)"/g;

/** The addresses of other sites in the pages of a built site; none that holds an address of this site, as to share it. */
export function foreignLinks({ files, folder }: BuiltSite): ForeignLink[] {
  const found = new Map<string, { page: string; pages: number }>();
  let own: string | undefined;
  for (const file of files.filter(isPage)) {
    const text = readFileSync(join(folder, file.path), 'utf8');
    own ??= ownHost(text);
    const urls = Array.from(text.matchAll(links), ([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*$/, ''));
    for (const url of new Set(urls)) {
      if (!URL.canParse(url) || (own !== undefined && isOwn(url, own))) continue;
      const known = found.get(url);
      if (known) known.pages++;
      else found.set(url, { page: file.address, pages: 1 });
    }
  }
  return [...found].map(([url, { page, pages }]) => ({ url, page, otherPages: pages - 1 }));
}

/** Also the address of a program that shares, or subscribes to, a page of this site. */
function isOwn(url: string, host: string): boolean {
  return url.includes(`//${host}`) || url.includes(encodeURIComponent(`//${host}`));
}

function ownHost(page: string): string | undefined {
  const [, url] = /<link rel="canonical" href="(https?:\/\/[^"]+)"/.exec(page) ?? [];
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

/** Where the content names URLs, as "articles/tin.md:12", each at its first place. */
export function findInContent(contentDir: string, urls: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  if (urls.length === 0) return found;
  for (const entry of readdirSync(contentDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:md|ya?ml)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    for (const url of urls) {
      const offset = found.has(url) ? -1 : placeOf(url, text);
      if (offset >= 0) found.set(url, `${relative(contentDir, file)}:${text.slice(0, offset).split('\n').length}`);
    }
  }
  return found;
}

/** Where a text names a URL, and not only a longer one; with or without a slash at its end. */
function placeOf(url: string, text: string): number {
  const written = url.replace(/\/$/, '');
  let offset = text.indexOf(written);
  while (offset >= 0 && /^\/?[\w-]/.test(text.slice(offset + written.length, offset + written.length + 2)))
    offset = text.indexOf(written, offset + 1);
  return offset;
}
