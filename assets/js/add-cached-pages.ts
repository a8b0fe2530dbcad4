import type { CacheEntry } from './cacheable-copy.ts';
import { cachedTimeLabel } from './cached-time-label.ts';

/** A cached page with its HTML. */
export interface CachedPage extends CacheEntry {
  readonly text: string;
}

/** Fills the list of the offline page with the cached pages, in their order; without any the list stays hidden. */
export function addCachedPages(offlinePage: string, pages: readonly CachedPage[]): string {
  if (pages.length === 0) return offlinePage;
  return offlinePage.replace(
    /( data-kept="([^"]*)") hidden(>.*?<ul class="rows">)/s,
    (_, start: string, siteName: string, head: string) =>
      start + head + pages.map((page) => listItem(page, siteName)).join(''),
  );
}

/** The title is HTML already, as in its page. */
function listItem({ url, cachedAt, text }: CachedPage, siteName: string): string {
  const [, title = ''] = /<title>([^<]*)/.exec(text) ?? [];
  const name = title.replace(` - ${siteName}`, '');
  return `<li><a class="story" href="${url.replaceAll('&', '&amp;')}">${name}</a> <time datetime="${new Date(cachedAt).toISOString()}">Lưu lúc ${cachedTimeLabel(cachedAt)}</time></li>`;
}
