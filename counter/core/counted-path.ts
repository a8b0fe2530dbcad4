// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a path.
const control = /[\u0000-\u001f\u007f]/;

/** The one form of a page's path: decoded, NFC, without query, fragment and index.html; undefined for what is none. */
export function countedPath(text: string): string | undefined {
  const [bare = ''] = text.split(/[?#]/);
  if (!bare.startsWith('/')) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(bare).normalize('NFC');
  } catch {
    return undefined;
  }
  // What stands here after decoding would mean something else the next time: an export could not be taken in again.
  if (control.test(path) || /[\\%?#]/.test(path) || !path.isWellFormed()) return undefined;
  if (path.split('/').some((part) => part === '.' || part === '..')) return undefined;
  return path.replace(/\/index\.html$/, '/');
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The character an XML reference (XML 1.0 §4.1) stands for: `amp`, `#38` or `#x26`. */
function referenced(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : undefined;
  if (code === undefined) return entities.get(name);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The paths that a sitemap (sitemaps.org 0.9) lists: of pages, or of the sitemaps of an index. */
export function pathsOf(sitemap: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [, location = ''] of sitemap.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)) {
    const url = location.replace(/&(#?\w+);/g, (whole, name: string) => referenced(name) ?? whole);
    const path = URL.canParse(url) ? countedPath(new URL(url).pathname) : undefined;
    if (path) paths.add(path);
  }
  return paths;
}

/** The names of the files of an index of sitemaps, which all lie beside it; undefined when it lists pages itself. */
export function sitemapParts(sitemap: string): readonly string[] | undefined {
  if (!/<sitemapindex[\s>]/.test(sitemap)) return undefined;
  return [...pathsOf(sitemap)].map((path) => path.slice(path.lastIndexOf('/') + 1)).filter(Boolean);
}
