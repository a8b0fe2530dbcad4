import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '#site/cache/files-in.ts';
import { emptyListing, type FolderListing, listFolder } from '#site/cache/folder-listing.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** Late enough for the time of every folder to be certain. */
const later = () => Date.now() + 10_000;

function exampleFolder(): string {
  const folder = temporaryFolder();
  for (const path of ['a/b', 'c', 'empty']) mkdirSync(join(folder, path), { recursive: true });
  for (const file of ['x', 'a/x', 'a/b/x', 'c/x', '.hidden']) writeFileSync(join(folder, file), '');
  return folder;
}

/** A listing that also has a file in every folder that is not there: what is read is without them. */
function withAbsentFiles({ files, folders }: FolderListing): FolderListing {
  return { folders, files: new Set([...files, ...Array.from(folders.keys(), (folder) => `${folder}absent`)]) };
}

test('a folder in which no entry came or went is not read again', () => {
  const root = exampleFolder();
  const first = listFolder(root, emptyListing, later());
  expect(first.files).toEqual(filesIn(root));
  writeFileSync(join(root, 'a/x'), 'đổi tại chỗ');
  const previous = withAbsentFiles(first);
  expect(listFolder(root, previous, later()).files).toEqual(previous.files);
});

test('a folder that changed within the last two seconds is read again: a later change can have the same time', () => {
  const root = exampleFolder();
  const previous = withAbsentFiles(listFolder(root, emptyListing));
  expect(listFolder(root, previous).files).toEqual(filesIn(root));
  expect(listFolder(root, previous, later()).files).toEqual(filesIn(root));
});

test.each<[string, (root: string) => void]>([
  ['a file is added', (root) => writeFileSync(join(root, 'a/b/new'), '')],
  ['a file is deleted', (root) => rmSync(join(root, 'c/x'))],
  ['a folder is deleted', (root) => rmSync(join(root, 'a'), { recursive: true })],
  ['a file is added to an empty folder', (root) => writeFileSync(join(root, 'empty/new'), '')],
  ['a folder is replaced by a file', (root) => replace(root, 'c', (path) => writeFileSync(path, ''))],
  ['a file is replaced by a folder', (root) => replace(root, 'x', (path) => mkdirSync(path))],
  [
    'a folder is replaced by a link to it',
    (root) => {
      const elsewhere = join(temporaryFolder(), 'a');
      renameSync(join(root, 'a'), elsewhere);
      symlinkSync(elsewhere, join(root, 'a'));
    },
  ],
  ['it is deleted', (root) => rmSync(root, { recursive: true })],
])('after %s, a folder is listed as it is', (_, change) => {
  const root = exampleFolder();
  const previous = listFolder(root, emptyListing, later());
  change(root);
  expect(listFolder(root, previous, later()).files).toEqual(filesIn(root));
});

function replace(root: string, path: string, create: (path: string) => void): void {
  rmSync(join(root, path), { recursive: true });
  create(join(root, path));
}
