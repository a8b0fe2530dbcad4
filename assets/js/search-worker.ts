import { type Answer, answer, type Question } from '#search/answer.ts';
import { SearchIndex } from '#search/search-index.ts';

/** What a page and its worker send each other; an answer bears the number of its question. */
export type Asked = Question & { readonly number: number };
export type Answered = { readonly number: number } & ({ readonly answer: Answer } | { readonly failed: true });

const folder = new URL('tim-kiem/muc-luc/', import.meta.url);

/** A file of another version has another address, so that none is asked for twice; the contents name the versions. */
async function load(name: string, version?: string): Promise<Uint8Array> {
  const address = new URL(`${name}.bin${version ? `?${version}` : ''}`, folder);
  const response = await fetch(address, version ? {} : { cache: 'no-cache' });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** Milliseconds after which a page that stayed open looks whether the site was built anew. */
const fresh = 10 * 60_000;
let index: Promise<SearchIndex> | undefined;
let opened = 0;

function openIndex(): Promise<SearchIndex> {
  const now = Date.now();
  if (!index || now - opened > fresh) {
    index = SearchIndex.open(load);
    opened = now;
  }
  return index;
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  let answered: Answered;
  try {
    answered = { number: data.number, answer: await answer(await openIndex(), data) };
  } catch (error) {
    // The network may have failed, or the site was built anew and a file is gone: the next question opens it again.
    index = undefined;
    console.error(error);
    answered = { number: data.number, failed: true };
  }
  postMessage(answered);
});
