import { type Kept, keptCopy, keptFacts } from './kept-copy.ts';
import { withKeptNotice } from './kept-notice.ts';
import { isGone, type Kind, keyOf, kindOf, mayKeep } from './may-keep.ts';
import { networkFirst } from './network-first.ts';
import { owed } from './owed.ts';
import { bounds, isStoreOf, type Store, storeName, stores } from './stores.ts';
import { type Bounds, thrownOut } from './thrown-out.ts';
import { type FetchEvent, workerScope } from './worker-scope.ts';

/** Addresses, one a line, that the build puts in the place of these names: the page without a network and its scripts; home and the latest articles. */
declare const latestAddresses: string;
declare const essentialAddresses: string;

const { registration, clients } = workerScope;
const { scope } = registration;
const addresses = (lines: string) => lines.split('\n').map((address) => new URL(`.${address}`, scope).href);
const essentials = addresses(essentialAddresses);
const [offlinePage = scope] = essentials;

/** Milliseconds after which a network that says nothing is taken for none, where something is kept. */
const patience = 8000;

const open = (store: Store) => caches.open(storeName(scope, store));

workerScope.addEventListener('install', (event) => event.waitUntil(install()));
workerScope.addEventListener('activate', (event) => event.waitUntil(activate()));
// What no reader asked for is fetched when a page says so: while a worker is installed or activated, pages wait for it.
workerScope.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(keepOpened(event.source.url).catch(() => {}));
  if (event.data === 'latest') event.waitUntil(keepLatest());
});
workerScope.addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, scope);
  if (kind) answer(event, kind);
});

/** All or nothing, so that a worker that could not be installed leaves the one before it as it was. */
async function install(): Promise<void> {
  const answers = await Promise.all(essentials.map((url) => fetch(url, { cache: 'no-cache' })));
  if (!answers.every((response, index) => mayKeep(index === 0 ? 'page' : 'file', response)))
    throw new Error('not what was asked for');
  const [store, copies] = await Promise.all([
    open('essential'),
    Promise.all(answers.map((response) => keptCopy(response, Date.now()))),
  ]);
  await Promise.all(copies.map((copy, index) => store.put(essentials[index] ?? '', copy)));
  // A worker asks the network first, whichever pages it finds open: none of them can notice that it is another one.
  await workerScope.skipWaiting();
}

async function activate(): Promise<void> {
  const current = stores.map((store) => storeName(scope, store));
  for (const name of await caches.keys())
    if (isStoreOf(scope, name) && !current.includes(name)) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
}

function answer(event: FetchEvent, kind: Kind): void {
  const { request } = event;
  const network = ask(event);
  // Before anybody reads the answer, which is read but once.
  const copy = network.then((response) => (mayKeep(kind, response) ? response.clone() : response));
  event.waitUntil(
    copy.then(
      (response) => keep(kind === 'page' ? 'visited' : 'files', request.url, response),
      () => {},
    ),
  );
  const kept = () => (kind === 'page' ? keptPage(request.url) : newest(request.url));
  event.respondWith(
    networkFirst(network, kept, patience).catch(async (error) => {
      const page = kind === 'page' && (await newest(offlinePage));
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }),
  );
}

async function ask({ request, preloadResponse }: FetchEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

/** What was kept last under an address. */
async function newest(url: string): Promise<Response | undefined> {
  const opened = await Promise.all(stores.map(open));
  const copies = await Promise.all(opened.map((store) => store.match(keyOf(url))));
  const found = copies.filter((copy) => copy !== undefined);
  return found.sort((a, b) => keptFacts(url, b).at - keptFacts(url, a).at)[0];
}

async function keptPage(url: string): Promise<Response | undefined> {
  const copy = await newest(url);
  if (!copy || keyOf(url) === offlinePage) return copy;
  const { headers } = copy;
  return new Response(withKeptNotice(await copy.text(), keptFacts(url, copy).at), { headers });
}

/** Keeps an answer that may be kept. A device that is full keeps nothing more, and makes room for the next time. */
async function keep(to: Store, url: string, response: Response): Promise<void> {
  const store = await open(to);
  const key = keyOf(url);
  if (isGone(response)) await Promise.all([store.delete(key), (await open('latest')).delete(key)]);
  if (!mayKeep(to === 'files' ? 'file' : 'page', response)) return;
  try {
    await store.put(key, await keptCopy(response, Date.now()));
    await throwOut(store, bounds[to]);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return;
    const half = Math.floor((await store.keys()).length / 2);
    await throwOut(store, { count: half, bytes: Number.POSITIVE_INFINITY });
  }
}

async function throwOut(store: Cache, bounds: Bounds): Promise<void> {
  for (const { url } of thrownOut(await everythingIn(store), bounds)) await store.delete(url);
}

async function everythingIn(store: Cache): Promise<Kept[]> {
  const requests = await store.keys();
  const copies = await Promise.all(requests.map((request) => store.match(request)));
  return requests.flatMap(({ url }, index) => {
    const copy = copies[index];
    return copy ? [keptFacts(url, copy)] : [];
  });
}

/** The page that brought the worker was there before it. */
async function keepOpened(url: string): Promise<void> {
  const visited = await open('visited');
  if (!(await visited.match(keyOf(url)))) await fetchInto('visited', keyOf(url));
}

let keeping: Promise<void> | undefined;

/** Keeps the home page and the latest articles, one after the other; what is none of them any more goes. */
function keepLatest(): Promise<void> {
  keeping ??= fetchLatest()
    .catch(() => {})
    .finally(() => {
      keeping = undefined;
    });
  return keeping;
}

async function fetchLatest(): Promise<void> {
  const wanted = addresses(latestAddresses);
  const [latest, visited, essential] = [await open('latest'), await open('visited'), await open('essential')];
  for (const { url } of await latest.keys()) if (!wanted.includes(url)) await latest.delete(url);
  const kept = [...(await everythingIn(latest)), ...(await everythingIn(visited))];
  for (const url of owed(wanted, kept, Date.now())) await fetchInto('latest', url);
  for (const url of owed([offlinePage], await everythingIn(essential), Date.now())) await fetchInto('essential', url);
}

async function fetchInto(store: Store, url: string): Promise<void> {
  await keep(store, url, await fetch(url, { cache: 'no-cache' }));
}
