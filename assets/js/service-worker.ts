import { addCachedNotice } from './add-cached-notice.ts';
import { type CacheKind, cacheKinds, cacheLimits, cacheName, isCacheOfSite } from './cache-name.ts';
import { type CacheEntry, cacheableCopy, readCacheEntry } from './cacheable-copy.ts';
import { type CacheLimits, entriesToEvict } from './entries-to-evict.ts';
import { cacheUrl, isCacheable, isGone, type RequestKind, requestKind } from './is-cacheable.ts';
import { networkFirst } from './network-first.ts';
import { urlsToPrefetch } from './urls-to-prefetch.ts';
import { type FetchEvent, workerScope } from './worker-scope.ts';

/** Inserted by the build, one address per line: home and the latest articles; the offline page and its scripts. */
declare const latestAddresses: string;
declare const essentialAddresses: string;

const { registration, clients } = workerScope;
const { scope } = registration;
const toUrls = (lines: string) => lines.split('\n').map((address) => new URL(`.${address}`, scope).href);
const essentialUrls = toUrls(essentialAddresses);
const [offlinePageUrl = scope] = essentialUrls;

/** Milliseconds without a response after which a cached copy is used. */
const networkTimeout = 8000;

const open = (kind: CacheKind) => caches.open(cacheName(scope, kind));

workerScope.addEventListener('install', (event) => event.waitUntil(install()));
workerScope.addEventListener('activate', (event) => event.waitUntil(activate()));
// Pages are prefetched on a message, not on install or activate: pages would wait for those.
workerScope.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(cacheOpenPage(event.source.url).catch(() => {}));
  if (event.data === 'latest') event.waitUntil(prefetchLatest());
});
workerScope.addEventListener('fetch', (event) => {
  const kind = requestKind(event.request, scope);
  if (kind) respond(event, kind);
});

/** All or nothing, so that a failed installation leaves the previous worker unchanged. */
async function install(): Promise<void> {
  const responses = await Promise.all(essentialUrls.map((url) => fetch(url, { cache: 'no-cache' })));
  if (!responses.every((response, index) => isCacheable(index === 0 ? 'page' : 'file', response)))
    throw new Error('not what was asked for');
  const [cache, copies] = await Promise.all([
    open('essential'),
    Promise.all(responses.map((response) => cacheableCopy(response, Date.now()))),
  ]);
  await Promise.all(copies.map((copy, index) => cache.put(essentialUrls[index] ?? '', copy)));
  // Safe with pages open: every worker is network-first, so that no page depends on the previous one.
  await workerScope.skipWaiting();
}

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
      const page = kind === 'page' && (await newestCopy(offlinePageUrl));
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
  if (!copy || cacheUrl(url) === offlinePageUrl) return copy;
  const { headers } = copy;
  return new Response(addCachedNotice(await copy.text(), readCacheEntry(url, copy).cachedAt), { headers });
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

/** Caches the page that registered the worker, which was loaded before it. */
async function cacheOpenPage(url: string): Promise<void> {
  const visited = await open('visited');
  if (!(await visited.match(cacheUrl(url)))) await fetchInto('visited', cacheUrl(url));
}

let prefetching: Promise<void> | undefined;

/** Caches the home page and the latest articles, one after the other; deletes what is no longer among them. */
function prefetchLatest(): Promise<void> {
  prefetching ??= fetchLatest()
    .catch(() => {})
    .finally(() => {
      prefetching = undefined;
    });
  return prefetching;
}

async function fetchLatest(): Promise<void> {
  const wanted = toUrls(latestAddresses);
  const [latest, visited, essential] = [await open('latest'), await open('visited'), await open('essential')];
  for (const { url } of await latest.keys()) if (!wanted.includes(url)) await latest.delete(url);
  const cached = [...(await entriesOf(latest)), ...(await entriesOf(visited))];
  for (const url of urlsToPrefetch(wanted, cached, Date.now())) await fetchInto('latest', url);
  for (const url of urlsToPrefetch([offlinePageUrl], await entriesOf(essential), Date.now()))
    await fetchInto('essential', url);
}

async function fetchInto(kind: CacheKind, url: string): Promise<void> {
  await storeResponse(kind, url, await fetch(url, { cache: 'no-cache' }));
}
