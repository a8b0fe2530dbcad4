import { close, createIndex, type PagefindIndex } from 'pagefind';
import { html } from '#layouts/html.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { openServer } from '#server/open-server.ts';

/** The part of Pagefind's browser client that is used here. */
interface Client {
  search(query: string): Promise<{ readonly results: readonly Result[] }>;
}

interface Result {
  data(): Promise<{ readonly raw_url: string }>;
}

/** The result of a query: addresses, best first, and the number of bytes fetched for it. */
interface QueryResult {
  readonly addresses: readonly string[];
  readonly bytes: number;
}

/** Pagefind's own client on its own files, which it fetches from loopback. */
export interface PagefindSearch {
  /** Opens a client with an empty cache, which caches what it fetches. */
  readonly newClient: () => (query: string, count: number) => Promise<QueryResult>;
  readonly close: () => Promise<void>;
}

/** Indexes entries with Pagefind and serves the index to Pagefind's browser client. */
export async function pagefindSearch(entries: readonly SearchEntry[]): Promise<PagefindSearch> {
  const index = await buildPagefindIndex(entries);
  const { files } = await index.getFiles();
  await close();
  return servePagefind(new Map(files.map(({ path, content }) => [path, content])));
}

/** Pagefind's index of entries, each added as a page in Vietnamese. */
export async function buildPagefindIndex(entries: readonly SearchEntry[]): Promise<PagefindIndex> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  for (const entry of entries) await index.addHTMLFile({ url: entry.address, content: pageHtml(entry) });
  return index;
}

/** Serves index files of Pagefind: path → bytes. */
export async function servePagefind(files: ReadonlyMap<string, Uint8Array>): Promise<PagefindSearch> {
  let fetched = 0;
  const server = await openServer(
    ({ url = '' }, response) => {
      const bytes = files.get(url.slice(1).split('?')[0] ?? '');
      fetched += bytes?.length ?? 0;
      // A kept-alive connection may time out just as the client, busy until then, reuses it.
      response.writeHead(bytes ? 200 : 404, { connection: 'close' }).end(bytes);
    },
    { host: '127.0.0.1', port: 0 },
  );
  const script = Buffer.from(files.get('pagefind.js') ?? []).toString('base64');
  const { createInstance } = await import(`data:text/javascript;base64,${script}`);
  return {
    newClient: () => {
      const client: Client = createInstance({ basePath: `${server.origin}/`, baseUrl: '/' });
      return async (query, count) => {
        const before = fetched;
        const { results } = await client.search(query);
        const loaded = await Promise.all(results.slice(0, count).map((result) => result.data()));
        return { addresses: loaded.map(({ raw_url }) => raw_url), bytes: fetched - before };
      };
    },
    close: () => server.close(),
  };
}

function pageHtml({ title, lead, body }: SearchEntry): string {
  const paragraphs = [lead, ...body.split('\n')].map((text) => html`<p>${text}</p>`);
  return `<!doctype html>${html`<html lang="vi"><title>${title}</title><body><h1>${title}</h1>${paragraphs}</body></html>`}`;
}
