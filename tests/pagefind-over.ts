import { close, createIndex, type IndexFile } from 'pagefind';
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
  readonly files: readonly IndexFile[];
  /** A browser that comes for the first time, and keeps what it fetches. */
  readonly reader: () => (typed: string, count: number) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** The files Pagefind makes of entries, each a page in Vietnamese. */
export async function pagefindFiles(entries: Iterable<Entry>): Promise<readonly IndexFile[]> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  for (const entry of entries) await index.addHTMLFile({ url: entry.address, content: page(entry) });
  const { files } = await index.getFiles();
  await close();
  return files;
}

/** Pagefind over entries, answering as it does in browsers. */
export async function pagefindOver(entries: Iterable<Entry>): Promise<Pagefind> {
  const files = await pagefindFiles(entries);
  const known = new Map(files.map(({ path, content }) => [`/${path}`, content]));
  let fetched = 0;
  const server = await openServer(
    ({ url = '' }, response) => {
      const bytes = known.get(url.split('?')[0] ?? '');
      fetched += bytes?.length ?? 0;
      response.writeHead(bytes ? 200 : 404).end(bytes);
    },
    { host: '127.0.0.1', port: 0 },
  );
  const script = Buffer.from(known.get('/pagefind.js') ?? []).toString('base64');
  const { createInstance } = await import(`data:text/javascript;base64,${script}`);
  return {
    files,
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
