import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedFileCount, folderSnapshot } from '#bench/build/folder-snapshot.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

test('files that are new, deleted or written again count as changed, also in subfolders', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  for (const file of ['a/b/one', 'a/two', 'three', 'four']) writeFileSync(join(folder, file), file);
  const before = folderSnapshot(folder);
  expect(before.size).toBe(4);
  expect(changedFileCount(before, folderSnapshot(folder))).toBe(0);

  writeFileSync(join(folder, 'a/b/one'), 'one, longer than before');
  rmSync(join(folder, 'a/two'));
  writeFileSync(join(folder, 'five'), 'five');
  expect(changedFileCount(before, folderSnapshot(folder))).toBe(3);
});
