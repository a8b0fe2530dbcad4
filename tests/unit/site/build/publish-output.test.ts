import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { publishOutput } from '#site/build/publish-output.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    [...filesIn(folder)].sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

test('publishing replaces changed files, keeps equal ones, deletes those neither staged nor unchanged', async () => {
  const output = folderOf({ 'a.html': 'cũ', 'b/index.html': 'giữ', 'c/d/index.html': 'bỏ', 'e.html': 'yên' });
  const before = statSync(join(output, 'e.html')).ino;
  const staged = folderOf({ 'a.html': 'mới', 'e.html': 'yên', 'f/g/index.html': 'thêm' });
  const changed = await publishOutput(staged, output, false, new Set(['b/index.html']));
  expect(changed.sort()).toEqual(['a.html', 'c/d/index.html', 'f/']);
  expect(contents(output)).toEqual({
    'a.html': 'mới',
    'b/index.html': 'giữ',
    'e.html': 'yên',
    'f/g/index.html': 'thêm',
  });
  expect(statSync(join(output, 'e.html')).ino).toBe(before);
});

test('a file that is missing although it is listed as previous output is moved in', async () => {
  const output = folderOf({});
  await publishOutput(folderOf({ 'a.html': 'mới' }), output, false, new Set(), new Set(['a.html']));
  expect(contents(output)).toEqual({ 'a.html': 'mới' });
});

test('a file can be replaced by a folder, and a folder by a file', async () => {
  const output = folderOf({ tin: 'tệp', 'bai/index.html': 'thư mục' });
  await publishOutput(folderOf({ 'tin/index.html': 'thư mục', bai: 'tệp' }), output, false);
  expect(contents(output)).toEqual({ bai: 'tệp', 'tin/index.html': 'thư mục' });
});

test('a build without differences reports no changed file', async () => {
  const output = folderOf({ 'a.html': 'yên', 'b/index.html': 'giữ' });
  expect(await publishOutput(folderOf({ 'a.html': 'yên' }), output, false, new Set(['b/index.html']))).toEqual([]);
});
