import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileNameFor, findFile, isOwnAddress } from '#site/import/old-site/find-file.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const hosts = new Set(['cu.example.org']);

/** A mirror with a page and a picture, and a file outside that a link in it names. */
function mirror() {
  const outer = temporaryFolder();
  const folder = join(outer, 'mirror');
  mkdirSync(join(folder, 'cu.example.org/tin'), { recursive: true });
  mkdirSync(join(folder, 'uploads'));
  writeFileSync(join(outer, 'bi-mat.pdf'), 'bí mật');
  writeFileSync(join(folder, 'uploads/Ảnh 1.jpg'), '');
  writeFileSync(join(folder, 'cu.example.org/b.jpg'), '');
  symlinkSync(join(outer, 'bi-mat.pdf'), join(folder, 'uploads/a.pdf'));
  const page = join(folder, 'cu.example.org/tin/bai.html');
  return (address: string) => findFile(address, page, { folder, hosts })?.slice(folder.length + 1);
}

test.each([
  ['/uploads/%E1%BA%A2nh%201.jpg', 'uploads/Ảnh 1.jpg'],
  ['../b.jpg', 'cu.example.org/b.jpg'],
  ['/b.jpg', 'cu.example.org/b.jpg'],
  ['http://cu.example.org/b.jpg?v=1', 'cu.example.org/b.jpg'],
  ['//cu.example.org/uploads/Ảnh 1.jpg', 'uploads/Ảnh 1.jpg'],
  ['https://khac.example.org/uploads/Ảnh 1.jpg', undefined],
  ['data:image/png;base64,AA', undefined],
  ['khong-co.jpg', undefined],
])('%s is the file %s of a mirror', (address, expected) => {
  expect(mirror()(address)).toBe(expected);
});

test('no file outside the folder is found, not by ".." and not by a link of the file system', () => {
  const find = mirror();
  for (const address of ['../../../bi-mat.pdf', '/../bi-mat.pdf', '/%2e%2e/bi-mat.pdf', '/uploads/a.pdf'])
    expect(find(address), address).toBeUndefined();
});

test('an address of another site is not one of the old site, even with the same path', () => {
  expect(isOwnAddress('https://khac.example.org/tin/bai.html', hosts)).toBe(false);
  expect(isOwnAddress('mailto:a@example.org', hosts)).toBe(false);
  expect(['/tin/bai.html', '../bai.html', 'http://cu.example.org/'].map((one) => isOwnAddress(one, hosts))).toEqual([
    true,
    true,
    true,
  ]);
});

test('a file has a name of its own', () => {
  expect(fileNameFor('/x/Ảnh hội nghị (1).JPEG', new Set())).toBe('anh-hoi-nghi-1.jpg');
  expect(fileNameFor('/x/a.png?v=2', new Set(['a.png']))).toBe('a-2.png');
});
