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
  if (control.test(path) || path.includes('\\') || path.split('/').some((part) => part === '.' || part === '..'))
    return undefined;
  return path.replace(/\/index\.html$/, '/');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The paths of the pages that a sitemap (sitemaps.org 0.9) lists. */
export function pathsOf(sitemap: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [, location = ''] of sitemap.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)) {
    const url = location.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
    const path = URL.canParse(url) ? countedPath(new URL(url).pathname) : undefined;
    if (path) paths.add(path);
  }
  return paths;
}
