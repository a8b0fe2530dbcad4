import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runInWorker } from '#site/run-in-worker.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** A module to be run in a worker thread. */
function workerModule(...lines: readonly string[]): URL {
  const file = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(file, ["import { parentPort, workerData } from 'node:worker_threads';", ...lines].join('\n'));
  return pathToFileURL(file);
}

/** Resolves when a file exists. */
async function waitForFile(file: string): Promise<void> {
  while (!existsSync(file)) await setImmediate();
}

const doNothing = async () => {};

test('all messages of a worker and the result of this thread are returned', async () => {
  const module = workerModule('for (const value of workerData) parentPort.postMessage(2 * value);');
  const results = await runInWorker(module, new Float64Array([1, 2]), () => 'here');
  expect(results).toEqual([[2, 4], 'here']);
});

test('the worker runs at the same time as this thread', async () => {
  const file = join(temporaryFolder(), 'here');
  const module = workerModule(
    "import { writeFileSync } from 'node:fs';",
    "writeFileSync(workerData, '');",
    "parentPort.postMessage('done');",
  );
  expect(await runInWorker(module, file, () => waitForFile(file))).toEqual([['done'], undefined]);
});

test('an error in the worker is thrown with its message and code', async () => {
  const module = workerModule("throw Object.assign(new RangeError('đĩa đầy'), { code: 'FULL' });");
  const failure = expect.objectContaining({ name: 'RangeError', message: 'đĩa đầy', code: 'FULL' });
  await expect(runInWorker(module, undefined, doNothing)).rejects.toEqual(failure);
});

test('a worker that ends without a result is an error', async () => {
  const module = workerModule('process.exit();');
  await expect(runInWorker(module, undefined, doNothing)).rejects.toThrow('worker.mjs ended without a result');
});

test('when this thread fails, the worker is terminated and writes nothing more', async () => {
  const file = join(temporaryFolder(), 'here');
  const module = workerModule("import { appendFileSync } from 'node:fs';", "for (;;) appendFileSync(workerData, '.');");
  const failing = async () => {
    await waitForFile(file);
    throw new Error('trang hỏng');
  };
  await expect(runInWorker(module, file, failing)).rejects.toThrow('trang hỏng');
  const { size } = statSync(file);
  for (let tick = 0; tick < 1000; tick++) await setImmediate();
  expect(statSync(file).size).toBe(size);
});
