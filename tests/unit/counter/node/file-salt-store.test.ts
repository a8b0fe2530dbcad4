import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fileSaltStore } from '#counter/node/file-salt-store.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const calls: string[] = vi.hoisted(() => []);
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const recorded = <Call extends (...args: never[]) => unknown>(name: string, call: Call) =>
    ((...args: never[]) => {
      calls.push(name);
      return call(...args);
    }) as Call;
  return {
    ...fs,
    writeSync: recorded('write', fs.writeSync),
    fsyncSync: recorded('fsync', fs.fsyncSync),
    renameSync: recorded('rename', fs.renameSync),
  };
});

test('the salts are on the disk before they replace the earlier ones: a power failure leaves one of both', () => {
  const file = join(temporaryFolder(), 'salt');
  const salts = [{ day: 20_000, secret: 'x'.repeat(43) }];
  fileSaltStore(file, () => {}).save(salts);
  expect(calls).toEqual(['write', 'fsync', 'rename']);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(salts);
});
