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
  const outputDir = folderOf({ 'a.html': 'cũ', 'b/index.html': 'giữ', 'c/d/index.html': 'bỏ', 'e.html': 'yên' });
  const before = statSync(join(outputDir, 'e.html')).ino;
  const staged = folderOf({ 'a.html': 'mới', 'e.html': 'yên', 'f/g/index.html': 'thêm' });
  const changed = await publishOutput(staged, { outputDir, precompress: false }, new Set(['b/index.html']));
  expect(changed.sort()).toEqual(['a.html', 'c/d/index.html', 'f/']);
  expect(contents(outputDir)).toEqual({
    'a.html': 'mới',
    'b/index.html': 'giữ',
    'e.html': 'yên',
    'f/g/index.html': 'thêm',
  });
  expect(statSync(join(outputDir, 'e.html')).ino).toBe(before);
});

test('a file that is missing although it is listed as previous output is moved in', async () => {
  const outputDir = folderOf({});
  await publishOutput(folderOf({ 'a.html': 'mới' }), { outputDir, precompress: false }, new Set(), new Set(['a.html']));
  expect(contents(outputDir)).toEqual({ 'a.html': 'mới' });
});

test('a file can be replaced by a folder, and a folder by a file', async () => {
  const outputDir = folderOf({ tin: 'tệp', 'bai/index.html': 'thư mục' });
  await publishOutput(folderOf({ 'tin/index.html': 'thư mục', bai: 'tệp' }), { outputDir, precompress: false });
  expect(contents(outputDir)).toEqual({ bai: 'tệp', 'tin/index.html': 'thư mục' });
});

test('a build without differences reports no changed file', async () => {
  const outputDir = folderOf({ 'a.html': 'yên', 'b/index.html': 'giữ' });
  expect(
    await publishOutput(folderOf({ 'a.html': 'yên' }), { outputDir, precompress: false }, new Set(['b/index.html'])),
  ).toEqual([]);
});
