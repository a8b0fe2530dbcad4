import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { beside } from '#site/beside.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** A module to be run in a thread. */
function threadOf(...lines: readonly string[]): URL {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(file, ["import { parentPort, workerData } from 'node:worker_threads';", ...lines].join('\n'));
  return pathToFileURL(file);
}

/** When a file appears. */
async function written(file: string): Promise<void> {
  while (!existsSync(file)) await setImmediate();
}

const nothing = async () => {};

test('a thread makes something of plain data, and something else is made besides', async () => {
  const thread = threadOf('parentPort.postMessage(workerData.map((each) => 2 * each));');
  const made = await beside(thread, new Float64Array([1, 2]), () => 'made here');
  expect(made).toEqual([new Float64Array([2, 4]), 'made here']);
});

test('a thread works at the same time as what is done besides', async () => {
  const file = join(temporaryFolder(), 'here');
  const thread = threadOf(
    "import { writeFileSync } from 'node:fs';",
    "writeFileSync(workerData, '');",
    "parentPort.postMessage('made');",
  );
  expect(await beside(thread, file, () => written(file))).toEqual(['made', undefined]);
});

test('what fails in a thread fails with its own message and code', async () => {
  const thread = threadOf("throw Object.assign(new RangeError('đĩa đầy'), { code: 'FULL' });");
  const failure = expect.objectContaining({ name: 'RangeError', message: 'đĩa đầy', code: 'FULL' });
  await expect(beside(thread, undefined, nothing)).rejects.toEqual(failure);
});

test('a thread that ends without a result is no result', async () => {
  const thread = threadOf('process.exit();');
  await expect(beside(thread, undefined, nothing)).rejects.toThrow('thread.mjs ended without a result');
});

test('when what is done besides fails, the thread has ended and writes no more', async () => {
  const file = join(temporaryFolder(), 'here');
  const thread = threadOf("import { appendFileSync } from 'node:fs';", "for (;;) appendFileSync(workerData, '.');");
  const failing = async () => {
    await written(file);
    throw new Error('trang hỏng');
  };
  await expect(beside(thread, file, failing)).rejects.toThrow('trang hỏng');
  const { size } = statSync(file);
  for (let turn = 0; turn < 1000; turn++) await setImmediate();
  expect(statSync(file).size).toBe(size);
});
