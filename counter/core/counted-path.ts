/** The canonical path of a page: decoded, NFC, without query, fragment and index.html; undefined if invalid. */
export function countedPath(text: string): string | undefined {
  const [bare = ''] = text.split(/[?#]/);
  if (!bare.startsWith('/')) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(bare).normalize('NFC');
  } catch {
    return undefined;
  }
  // Decoding a path that still contains one of these would change it again, and an export could not be imported.
  if (hasControlCharacter(path) || /[\\%?#]/.test(path) || !path.isWellFormed()) return undefined;
  if (path.split('/').some((part) => part === '.' || part === '..')) return undefined;
  return path.replace(/\/index\.html$/, '/');
}

function hasControlCharacter(path: string): boolean {
  return [...path].some((character) => character < ' ' || character === '\u007F');
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The character of an XML reference (XML 1.0 §4.1): `amp`, `#38` or `#x26`. */
function decodeReference(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : undefined;
  if (code === undefined) return entities.get(name);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The paths in a sitemap (sitemaps.org 0.9): of pages, or of the child sitemaps of an index. */
export function parseSitemapPaths(sitemap: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [, location = ''] of sitemap.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)) {
    const url = location.replace(/&(#?\w+);/g, (reference, name: string) => decodeReference(name) ?? reference);
    const path = URL.canParse(url) ? countedPath(new URL(url).pathname) : undefined;
    if (path) paths.add(path);
  }
  return paths;
}

/** Whether a text is a sitemap to its end: one that is being written, or another file at its place, is not. */
export function isWholeSitemap(text: string): boolean {
  return /<\/(urlset|sitemapindex)>\s*$/.test(text);
}

/** The file names of the child sitemaps of a sitemap index, all in its folder; undefined for a sitemap of pages. */
export function childSitemapNames(sitemap: string): readonly string[] | undefined {
  if (!/<sitemapindex[\s>]/.test(sitemap)) return undefined;
  return [...parseSitemapPaths(sitemap)].map((path) => path.slice(path.lastIndexOf('/') + 1)).filter(Boolean);
}
