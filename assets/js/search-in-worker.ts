import type { SearchRequest } from '#search/run-search.ts';
import type { SearchAnswer } from './search-answer.ts';
import type { SearchWorkerRequest, SearchWorkerResponse } from './search-worker.ts';

/** Whether this browser can search: it needs workers and can inflate the index files. */
export const canSearch = 'Worker' in globalThis && 'DecompressionStream' in globalThis;

let worker: Worker | undefined;
let lastNumber = 0;
/** Settles the promise of the latest request. */
let pending: { readonly resolve: (answer: SearchAnswer) => void; readonly reject: (reason: Error) => void } | undefined;

function startWorker(): Worker {
  const started = new Worker(new URL('tim-kiem-tho.js', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<SearchWorkerResponse>) => {
    if (data.number !== lastNumber) return;
    if ('answer' in data) pending?.resolve(data.answer);
    else pending?.reject(new Error('no answer'));
  });
  started.addEventListener('error', () => {
    worker = undefined;
    pending?.reject(new Error('no answer'));
  });
  return started;
}

/** Searches in the worker; rejects when the index cannot be read, never settles when a newer request was made. */
export function searchInWorker(request: SearchRequest): Promise<SearchAnswer> {
  const message: SearchWorkerRequest = { ...request, number: ++lastNumber };
  return new Promise((resolve, reject) => {
    pending = { resolve, reject };
    worker ??= startWorker();
    worker.postMessage(message);
  });
}
