import type { Answer, Question } from '#search/answer.ts';
import type { Answered, Asked } from './search-worker.ts';

/** Whether this browser can search: in the background, in files that are deflated. */
export const canSearch = 'Worker' in globalThis && 'DecompressionStream' in globalThis;

let worker: Worker | undefined;
let number = 0;

/** Asks the worker; rejects when the index cannot be read, never settles when something else was asked meanwhile. */
export function askSearch(question: Question): Promise<Answer> {
  const asked: Asked = { ...question, number: ++number };
  worker ??= new Worker(new URL('tim-kiem-tho.js', import.meta.url), { type: 'module' });
  const asking = worker;
  return new Promise((resolve, reject) => {
    asking.addEventListener('message', function listen({ data }: MessageEvent<Answered>) {
      if (data.number !== asked.number) return;
      asking.removeEventListener('message', listen);
      if (data.number !== number) return;
      if ('answer' in data) resolve(data.answer);
      else reject(new Error('the index cannot be read'));
    });
    asking.postMessage(asked);
  });
}
