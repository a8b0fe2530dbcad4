import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#site/build/publish.ts';
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

test('what differs moves in, what stays is not touched, what is neither made nor kept goes', async () => {
  const output = folderOf({ 'a.html': 'cũ', 'b/index.html': 'giữ', 'c/d/index.html': 'bỏ', 'e.html': 'yên' });
  const still = statSync(join(output, 'e.html')).ino;
  const staged = folderOf({ 'a.html': 'mới', 'e.html': 'yên', 'f/g/index.html': 'thêm' });
  const changed = await publish(staged, output, false, new Set(['b/index.html']));
  expect(changed.sort()).toEqual(['a.html', 'c/d/index.html', 'f/']);
  expect(contents(output)).toEqual({
    'a.html': 'mới',
    'b/index.html': 'giữ',
    'e.html': 'yên',
    'f/g/index.html': 'thêm',
  });
  expect(statSync(join(output, 'e.html')).ino).toBe(still);
});

test('what was thought to stand and does not is put there', async () => {
  const output = folderOf({});
  await publish(folderOf({ 'a.html': 'mới' }), output, false, new Set(), new Set(['a.html']));
  expect(contents(output)).toEqual({ 'a.html': 'mới' });
});

test('what was a file may become a folder, and the other way round', async () => {
  const output = folderOf({ tin: 'tệp', 'bai/index.html': 'thư mục' });
  await publish(folderOf({ 'tin/index.html': 'thư mục', bai: 'tệp' }), output, false);
  expect(contents(output)).toEqual({ bai: 'tệp', 'tin/index.html': 'thư mục' });
});

test('where nothing differs, nothing changed', async () => {
  const output = folderOf({ 'a.html': 'yên', 'b/index.html': 'giữ' });
  expect(await publish(folderOf({ 'a.html': 'yên' }), output, false, new Set(['b/index.html']))).toEqual([]);
});
