import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedCount, writtenFiles } from '#bench/build/written-files.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

test('files that are new, deleted or written again count as changed, also in subfolders', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  for (const file of ['a/b/one', 'a/two', 'three', 'four']) writeFileSync(join(folder, file), file);
  const before = writtenFiles(folder);
  expect(before.size).toBe(4);
  expect(changedCount(before, writtenFiles(folder))).toBe(0);

  writeFileSync(join(folder, 'a/b/one'), 'one, longer than before');
  rmSync(join(folder, 'a/two'));
  writeFileSync(join(folder, 'five'), 'five');
  expect(changedCount(before, writtenFiles(folder))).toBe(3);
});
