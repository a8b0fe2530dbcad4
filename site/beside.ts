import { Worker } from 'node:worker_threads';

/**
 * What a module's thread makes of plain data while something else is done here. When either fails, this does, with the
 * same error and not before the thread has ended.
 */
export async function beside<Result>(module: URL, task: unknown, meanwhile: () => Promise<void>): Promise<Result> {
  await using worker = new Worker(module, { workerData: task });
  const { promise: result, resolve, reject } = Promise.withResolvers<Result>();
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`${module} ended without a result`)));
  // It may fail long before it is waited for, which is no unhandled rejection.
  result.catch(() => {});
  await meanwhile();
  return await result;
}
