import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a worker thread with `workerData`, and `meanwhile` in this one; resolves with the worker's message
 * and the result of `meanwhile`. If either fails, rejects with its error once the worker has ended.
 */
export async function runInWorker<Message, Value>(
  module: URL,
  workerData: unknown,
  meanwhile: () => Value | Promise<Value>,
): Promise<readonly [message: Message, value: Value]> {
  await using worker = new Worker(module, { workerData });
  const { promise: message, resolve, reject } = Promise.withResolvers<Message>();
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`${module} ended without a result`)));
  // It may reject before it is awaited: that is not an unhandled rejection.
  message.catch(() => {});
  const value = await meanwhile();
  return [await message, value];
}
