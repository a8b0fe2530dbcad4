import { cacheName } from './cache-name.ts';
import { type CacheEntry, readCacheEntry } from './cacheable-copy.ts';
import { cachedTimeLabel } from './cached-time-label.ts';
import { showButton } from './show-button.ts';

/** A cached page with its title. */
interface CachedPage extends CacheEntry {
  readonly title: string;
}

const scope = new URL('.', import.meta.url).href;

/** Every cached page once, by its latest copy, newest first. */
async function cachedPages(): Promise<CachedPage[]> {
  const pages = new Map<string, CachedPage>();
  for (const name of (['visited', 'latest'] as const).map((kind) => cacheName(scope, kind))) {
    // caches.open() would create a missing cache.
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const copy = await cache.match(url);
      if (!copy) continue;
      const entry = readCacheEntry(url, copy);
      if (entry.cachedAt > (pages.get(url)?.cachedAt ?? 0))
        pages.set(url, { ...entry, title: titleOf(await copy.text()) });
    }
  }
  return [...pages.values()].sort((a, b) => b.cachedAt - a.cachedAt);
}

function titleOf(page: string): string {
  const [title = ''] = /<title>[^<]*<\/title>/.exec(page) ?? [];
  return new DOMParser().parseFromString(title, 'text/html').title;
}

function listItem({ url, cachedAt, title }: CachedPage, siteName: string): HTMLElement {
  const li = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.className = 'story';
  link.textContent = title.replace(` - ${siteName}`, '');
  const time = document.createElement('time');
  time.dateTime = new Date(cachedAt).toISOString();
  time.textContent = `Lưu lúc ${cachedTimeLabel(cachedAt)}`;
  li.append(link, ' ', time);
  return li;
}

async function listCachedPages(section: HTMLElement): Promise<void> {
  const { own, site = '' } = section.dataset;
  const pages = (await cachedPages()).filter(({ url }) => new URL(url).pathname !== own);
  section.querySelector('ul')?.append(...pages.map((page) => listItem(page, site)));
  section.hidden = pages.length === 0;
}

const section = document.querySelector<HTMLElement>('[data-kept]');
// If the caches cannot be read, the page stays as it is.
if (section && 'caches' in globalThis) listCachedPages(section).catch(() => {});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-retry]'))
  showButton(button, () => location.reload());
