import { close, createIndex, type PagefindIndex } from 'pagefind';
import { html } from '#layouts/html.ts';
import type { Entry } from '#search/entry.ts';
import { openServer } from '#server/open-server.ts';

/** What is used of the client that Pagefind sends to browsers. */
interface Client {
  search(typed: string): Promise<{ readonly results: readonly Result[] }>;
}

interface Result {
  data(): Promise<{ readonly raw_url: string }>;
}

/** What a query brought: addresses, best first, and how many bytes were fetched for it. */
interface Answer {
  readonly addresses: readonly string[];
  readonly bytes: number;
}

/** Pagefind's own client over its own files, which it fetches from loopback. */
export interface Pagefind {
  /** A browser that comes for the first time, and keeps what it fetches. */
  readonly reader: () => (typed: string, count: number) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Pagefind over entries, answering as it does in browsers. */
export async function pagefindOver(entries: readonly Entry[]): Promise<Pagefind> {
  const index = await pagefindIndex(entries);
  const { files } = await index.getFiles();
  await close();
  return servePagefind(new Map(files.map(({ path, content }) => [path, content])));
}

/** Entries in Pagefind, each as a page in Vietnamese. */
export async function pagefindIndex(entries: readonly Entry[]): Promise<PagefindIndex> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  for (const entry of entries) await index.addHTMLFile({ url: entry.address, content: page(entry) });
  return index;
}

/** Pagefind over files that it made, by their paths. */
export async function servePagefind(files: ReadonlyMap<string, Uint8Array>): Promise<Pagefind> {
  let fetched = 0;
  const server = await openServer(
    ({ url = '' }, response) => {
      const bytes = files.get(url.slice(1).split('?')[0] ?? '');
      fetched += bytes?.length ?? 0;
      // A connection kept alive may end just as the client, busy until then, uses it again.
      response.writeHead(bytes ? 200 : 404, { connection: 'close' }).end(bytes);
    },
    { host: '127.0.0.1', port: 0 },
  );
  const script = Buffer.from(files.get('pagefind.js') ?? []).toString('base64');
  const { createInstance } = await import(`data:text/javascript;base64,${script}`);
  return {
    reader: () => {
      const client: Client = createInstance({ basePath: `${server.origin}/`, baseUrl: '/' });
      return async (typed, count) => {
        const before = fetched;
        const { results } = await client.search(typed);
        const shown = await Promise.all(results.slice(0, count).map((result) => result.data()));
        return { addresses: shown.map(({ raw_url }) => raw_url), bytes: fetched - before };
      };
    },
    close: () => server.close(),
  };
}

function page({ title, lead, body }: Entry): string {
  const paragraphs = [lead, ...body.split('\n')].map((text) => html`<p>${text}</p>`);
  return `<!doctype html>${html`<html lang="vi"><title>${title}</title><body><h1>${title}</h1>${paragraphs}</body></html>`}`;
}
