import { addCachedNotice } from './add-cached-notice.ts';
import { addCachedPages, type CachedPage } from './add-cached-pages.ts';
import { type CacheKind, cacheKinds, cacheLimits, cacheName, isCacheOfSite } from './cache-name.ts';
import { type CacheEntry, cacheableCopy, readCacheEntry } from './cacheable-copy.ts';
import { type CacheLimits, entriesToEvict } from './entries-to-evict.ts';
import { cacheUrl, isCacheable, isGone, type RequestKind, requestKind } from './is-cacheable.ts';
import { networkFirst } from './network-first.ts';
import { urlsToPrefetch } from './urls-to-prefetch.ts';
import { type FetchEvent, workerScope } from './worker-scope.ts';

/** Inserted by the build: the offline page; the script of articles; home and the latest articles, one per line. */
declare const offlineAddress: string;
declare const articleScript: string;
declare const latestAddresses: string;

const { registration, clients } = workerScope;
const { scope } = registration;
const toUrl = (address: string) => new URL(`.${address}`, scope).href;
const offlinePageUrl = toUrl(offlineAddress);
const articleScriptUrl = toUrl(articleScript);
const latestUrls = latestAddresses.split('\n').map(toUrl);

/** Milliseconds without a response after which a cached copy is used. */
const networkTimeout = 8000;

const open = (kind: CacheKind) => caches.open(cacheName(scope, kind));

// Safe with pages open: every worker is network-first, so that no page depends on the previous one.
workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(activate()));
// Pages are fetched ahead on a message, not on install or activate: when to do so is known by the page.
workerScope.addEventListener('message', (event) => {
  const { source, data } = event;
  if (source) event.waitUntil(inTurn(() => cacheOpenPage(source.url)));
  if (data === 'offline page' || data === 'latest') event.waitUntil(inTurn(fetchOfflinePage));
  if (data === 'latest') event.waitUntil(inTurn(fetchLatestPages));
});
workerScope.addEventListener('fetch', (event) => {
  const kind = requestKind(event.request, scope);
  if (kind) respond(event, kind);
});

async function activate(): Promise<void> {
  const current = cacheKinds.map((kind) => cacheName(scope, kind));
  for (const name of await caches.keys())
    if (isCacheOfSite(scope, name) && !current.includes(name)) await caches.delete(name);
  // Workers of 2026 enabled it. In Firefox a preload that fails ends the navigation, whatever `respondWith` responds.
  await registration.navigationPreload?.disable();
  await clients.claim();
}

function respond(event: FetchEvent, kind: RequestKind): void {
  const { request } = event;
  const network = fetch(request);
  // Cloned before the body is read, which is possible only once.
  const copy = network.then((response) => (isCacheable(kind, response) ? response.clone() : response));
  event.waitUntil(
    copy.then(
      (response) => storeResponse(kind === 'page' ? 'visited' : 'files', request.url, response),
      () => {},
    ),
  );
  const cached = () => (kind === 'page' ? cachedPage(request.url) : newestCopy(request.url));
  event.respondWith(
    networkFirst(network, cached, networkTimeout).catch(async (error) => {
      const page = kind === 'page' && (await cachedPage(offlinePageUrl));
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }),
  );
}

/** The latest cached copy of a URL. */
async function newestCopy(url: string): Promise<Response | undefined> {
  const openCaches = await Promise.all(cacheKinds.map(open));
  const copies = await Promise.all(openCaches.map((cache) => cache.match(cacheUrl(url))));
  const matches = copies.filter((copy) => copy !== undefined);
  return matches.sort((a, b) => readCacheEntry(url, b).cachedAt - readCacheEntry(url, a).cachedAt)[0];
}

async function cachedPage(url: string): Promise<Response | undefined> {
  const copy = await newestCopy(url);
  if (!copy) return undefined;
  const { headers } = copy;
  const text = await copy.text();
  const isOfflinePage = cacheUrl(url) === offlinePageUrl;
  return new Response(
    isOfflinePage
      ? addCachedPages(text, await cachedPages())
      : addCachedNotice(text, readCacheEntry(url, copy).cachedAt),
    { headers },
  );
}

/** Caches a response that may be cached. When storage is full, evicts half of the cache for the next time. */
async function storeResponse(kind: CacheKind, url: string, response: Response): Promise<void> {
  const cache = await open(kind);
  const key = cacheUrl(url);
  if (isGone(response)) await Promise.all([cache.delete(key), (await open('latest')).delete(key)]);
  if (!isCacheable(kind === 'files' ? 'file' : 'page', response)) return;
  try {
    await cache.put(key, await cacheableCopy(response, Date.now()));
    await evict(cache, cacheLimits[kind]);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return;
    const half = Math.floor((await cache.keys()).length / 2);
    await evict(cache, { count: half, bytes: Number.POSITIVE_INFINITY });
  }
}

async function evict(cache: Cache, limits: CacheLimits): Promise<void> {
  for (const { url } of entriesToEvict(await entriesOf(cache), limits)) await cache.delete(url);
}

async function entriesOf(cache: Cache): Promise<CacheEntry[]> {
  const requests = await cache.keys();
  const copies = await Promise.all(requests.map((request) => cache.match(request)));
  return requests.flatMap(({ url }, index) => {
    const copy = copies[index];
    return copy ? [readCacheEntry(url, copy)] : [];
  });
}

/** Every cached page but the offline page once, by its latest copy, newest first. */
async function cachedPages(): Promise<CachedPage[]> {
  const pages = new Map<string, CachedPage>();
  for (const cache of await Promise.all([open('visited'), open('latest')]))
    for (const { url } of await cache.keys()) {
      const copy = await cache.match(url);
      if (!copy || url === offlinePageUrl) continue;
      const entry = readCacheEntry(url, copy);
      if (entry.cachedAt > (pages.get(url)?.cachedAt ?? 0)) pages.set(url, { ...entry, text: await copy.text() });
    }
  return [...pages.values()].sort((a, b) => b.cachedAt - a.cachedAt);
}

/** Caches the page that registered the worker, which was loaded before it: the browser still has it. */
async function cacheOpenPage(url: string): Promise<void> {
  const visited = await open('visited');
  if (!(await visited.match(cacheUrl(url)))) await fetchInto('visited', cacheUrl(url), 'force-cache');
}

let lastFetch: Promise<void> = Promise.resolve();

/** Fetches pages after those that are being fetched: of two requests for the same pages the second finds them cached. */
function inTurn(fetchPages: () => Promise<void>): Promise<void> {
  lastFetch = lastFetch.then(fetchPages).catch(() => {});
  return lastFetch;
}

async function fetchOfflinePage(): Promise<void> {
  for (const url of urlsToPrefetch([offlinePageUrl], await entriesOf(await open('essential')), Date.now()))
    await fetchInto('essential', url);
}

/** Fetches the home page and the latest articles, one after the other; deletes what is no longer among them. */
async function fetchLatestPages(): Promise<void> {
  const [latest, visited, files] = [await open('latest'), await open('visited'), await open('files')];
  for (const { url } of await latest.keys()) if (!latestUrls.includes(url)) await latest.delete(url);
  const cached = [...(await entriesOf(latest)), ...(await entriesOf(visited))];
  for (const url of urlsToPrefetch(latestUrls, cached, Date.now())) await fetchInto('latest', url);
  if (!(await files.match(articleScriptUrl))) await fetchInto('files', articleScriptUrl);
}

async function fetchInto(kind: CacheKind, url: string, cache: RequestCache = 'no-cache'): Promise<void> {
  await storeResponse(kind, url, await fetch(url, { cache }));
}
