import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a worker thread with `workerData`, and `meanwhile` in this one; resolves with the worker's messages
 * and the result of `meanwhile`. If either fails, rejects with its error once the worker has ended.
 */
export async function runInWorker<Message, Value>(
  module: URL,
  workerData: unknown,
  meanwhile: () => Value | Promise<Value>,
): Promise<readonly [messages: readonly [Message, ...Message[]], value: Value]> {
  await using worker = new Worker(module, { workerData });
  const { promise: ended, resolve, reject } = Promise.withResolvers<[Message, ...Message[]]>();
  const messages: Message[] = [];
  worker.on('message', (message) => messages.push(message));
  worker.on('error', reject);
  worker.on('exit', () => {
    const [first, ...others] = messages;
    if (first === undefined) reject(new Error(`${module} ended without a result`));
    else resolve([first, ...others]);
  });
  // It may reject before it is awaited: that is not an unhandled rejection.
  ended.catch(() => {});
  const value = await meanwhile();
  return [await ended, value];
}
