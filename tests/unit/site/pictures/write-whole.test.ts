import { mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isWhole, writeWhole } from '#site/write-whole.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

test('a written file is complete until it is truncated', async () => {
  const file = join(temporaryFolder(), 'anh.avif');
  expect(isWhole(file, 3)).toBe(false);
  await writeWhole(file, 'abc');
  expect(readFileSync(file, 'utf8')).toBe('abc');
  expect(isWhole(file, 3)).toBe(true);
  truncateSync(file, 2);
  expect(isWhole(file, 3)).toBe(false);
});

test('a file that cannot be written leaves no temporary file', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'anh.avif', 'trong'), { recursive: true });
  await expect(writeWhole(join(folder, 'anh.avif'), 'abc')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['anh.avif']);
});
