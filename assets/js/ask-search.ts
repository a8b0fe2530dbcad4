import type { Answer, Question } from '#search/answer.ts';
import type { Answered, Asked } from './search-worker.ts';

/** Whether this browser can search: in the background, in files that are deflated. */
export const canSearch = 'Worker' in globalThis && 'DecompressionStream' in globalThis;

let worker: Worker | undefined;
let number = 0;
/** Who waits for the answer to the newest question. */
let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (reason: Error) => void } | undefined;

function startWorker(): Worker {
  const started = new Worker(new URL('tim-kiem-tho.js', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (data.number !== number) return;
    if ('answer' in data) waiting?.resolve(data.answer);
    else waiting?.reject(new Error('the index cannot be read'));
  });
  started.addEventListener('error', () => {
    worker = undefined;
    waiting?.reject(new Error('the worker cannot be fetched'));
  });
  return started;
}

/** Asks the worker; rejects when the index cannot be read, never settles when something else was asked meanwhile. */
export function askSearch(question: Question): Promise<Answer> {
  const asked: Asked = { ...question, number: ++number };
  return new Promise((resolve, reject) => {
    waiting = { resolve, reject };
    worker ??= startWorker();
    worker.postMessage(asked);
  });
}
