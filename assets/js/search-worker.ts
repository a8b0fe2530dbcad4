import { runSearch, type SearchRequest } from '#search/run-search.ts';
import { SearchIndex } from '#search/search-index.ts';
import { type SearchAnswer, searchAnswer } from './search-answer.ts';

/** Messages between a page and its search worker; a response has the number of its request. */
export type SearchWorkerRequest = SearchRequest & { readonly number: number };
export type SearchWorkerResponse = { readonly number: number } & (
  | { readonly answer: SearchAnswer }
  | { readonly failed: true }
);

const folder = new URL('tim-kiem/muc-luc/', import.meta.url);

/** Every version of a file has a URL of its own, so that it can be cached; the manifest lists the versions. */
async function load(name: string, version?: string): Promise<Uint8Array> {
  const url = new URL(`${name}.bin${version ? `?${version}` : ''}`, folder);
  const response = await fetch(url, version ? {} : { cache: 'no-cache' });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${url}`);
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** Milliseconds after which an open page opens the index again, in case the site was rebuilt. */
const maxAge = 10 * 60_000;
let index: Promise<SearchIndex> | undefined;
let openedAt = 0;

function openIndex(): Promise<SearchIndex> {
  const now = Date.now();
  if (!index || now - openedAt > maxAge) {
    index = SearchIndex.open(load);
    openedAt = now;
  }
  return index;
}

addEventListener('message', async ({ data }: MessageEvent<SearchWorkerRequest>) => {
  let response: SearchWorkerResponse;
  try {
    response = { number: data.number, answer: searchAnswer(await runSearch(await openIndex(), data), data) };
  } catch (error) {
    // The network failed, or a file is gone because the site was rebuilt: the next request opens the index again.
    index = undefined;
    console.error(error);
    response = { number: data.number, failed: true };
  }
  postMessage(response);
});
