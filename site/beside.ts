import { Worker } from 'node:worker_threads';

/**
 * What a module's thread makes of plain data, and what is made here at the same time. When either fails, this does, with
 * the same error and not before the thread has ended.
 */
export async function beside<There, Here>(
  module: URL,
  task: unknown,
  meanwhile: () => Here | Promise<Here>,
): Promise<readonly [there: There, here: Here]> {
  await using worker = new Worker(module, { workerData: task });
  const { promise: result, resolve, reject } = Promise.withResolvers<There>();
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`${module} ended without a result`)));
  // It may fail long before it is waited for, which is no unhandled rejection.
  result.catch(() => {});
  const here = await meanwhile();
  return [await result, here];
}
