import fs, { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fileSaltStore } from '#counter/node/file-salt-store.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

test('the salts are on the disk before they replace the earlier ones: a power failure leaves one of both', () => {
  // The real functions run; only their order is looked at.
  const spies = [vi.spyOn(fs, 'writeSync'), vi.spyOn(fs, 'fsyncSync'), vi.spyOn(fs, 'renameSync')];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  });
  syncBuiltinESMExports();
  const file = join(temporaryFolder(), 'salt');
  const salts = [{ day: 20_000, secret: 'x'.repeat(43) }];
  fileSaltStore(file, () => {}).save(salts);
  const order = spies.map(({ mock }) => mock.invocationCallOrder);
  expect(order.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(order.flat()).toEqual(order.flat().toSorted((a, b) => a - b));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(salts);
});
