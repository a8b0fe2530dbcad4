import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { BuildCache, type CacheMode } from '#site/cache/build-cache.ts';
import { programChange } from '#site/cache/program-version.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function settingsIn(folder: string) {
  return readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out') }, new Date(0));
}

/** Saves a cache with one value and returns its file. */
function saveOneValue(folder: string, mode: CacheMode = 'write-through'): string {
  const cache = BuildCache.open(settingsIn(folder), mode);
  cache.set('ngày', { at: new Date(5), by: new Map([['a', 1]]) });
  cache.save();
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.memory')) ?? '');
}

test.each(['write-through', 'in-memory'] as const)(
  'a value saved in mode %s, dates and maps included, is there for the next process',
  (mode) => {
    const folder = temporaryFolder();
    saveOneValue(folder, mode);
    const cache = BuildCache.open(settingsIn(folder), 'write-through');
    expect(cache.get('ngày')).toEqual({ at: new Date(5), by: new Map([['a', 1]]) });
    expect(cache.discardReason).toBeUndefined();
  },
);

test('a value that a build does not set again is dropped', () => {
  const folder = temporaryFolder();
  saveOneValue(folder);
  BuildCache.open(settingsIn(folder), 'write-through').save();
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toBeUndefined();
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 60)],
  ['empty', () => Buffer.alloc(0)],
  [
    'of another format version',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"format":2', '"format":0'), 'latin1'),
  ],
  ['with a changed byte in a part', (bytes: Buffer) => bytes.with(bytes.indexOf('\n') + 9, 0x55)],
  ['with a changed byte in its table of contents', (bytes: Buffer) => bytes.with(bytes.indexOf('"program"') + 1, 0x55)],
  ['with its last bit flipped', (bytes: Buffer) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)],
])('a cache file that is %s is not used', (_, damage) => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  writeFileSync(file, damage(readFileSync(file)));
  const cache = BuildCache.open(settingsIn(folder), 'write-through');
  expect(cache.get('ngày')).toBeUndefined();
  expect(cache.discardReason).toBe('bộ nhớ của lần dựng trước bị hỏng');
});

test('the cache of an output folder that was deleted is removed after a day, that of an existing one stays', () => {
  const folder = temporaryFolder();
  const seen = new Set<string>();
  const [deleted, existing] = ['deleted', 'existing'].map((name) => {
    const settings = readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, name) }, new Date(0));
    BuildCache.open(settings, 'write-through').save();
    return readdirSync(folder).find((file) => file.endsWith('.memory') && !seen.has(file) && seen.add(file)) ?? '';
  });
  mkdirSync(join(folder, 'existing'));
  for (const name of [deleted, existing]) utimesSync(join(folder, name ?? ''), 1, 1);
  saveOneValue(folder);
  expect(readdirSync(folder)).not.toContain(deleted);
  expect(readdirSync(folder)).toContain(existing);
});

test('the cache of a deleted output folder is removed even if it is larger than a string can be', () => {
  const folder = temporaryFolder();
  const deleted = readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'deleted') }, new Date(0));
  BuildCache.open(deleted, 'write-through').save();
  const [name = ''] = readdirSync(folder);
  truncateSync(join(folder, name), 600_000_000);
  utimesSync(join(folder, name), 1, 1);
  saveOneValue(folder);
  expect(readdirSync(folder)).not.toContain(name);
});

test('a cache that cannot be written leaves no unfinished file', () => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  rmSync(file);
  mkdirSync(join(file, 'in the way'), { recursive: true });
  expect(() => saveOneValue(folder)).toThrow();
  expect(readdirSync(folder)).toEqual([basename(file)]);
});

test('a cache in mode none stores no value', () => {
  const folder = temporaryFolder();
  saveOneValue(folder, 'read-only');
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toBeUndefined();
});

test('a build that fails removes what it wrote; the previous cache stays', () => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  const cache = BuildCache.open(settingsIn(folder), 'write-through');
  cache.set('ngày', 'nửa chừng');
  expect(readdirSync(folder)).toHaveLength(2);
  cache.discard();
  expect(readdirSync(folder)).toEqual([basename(file)]);
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toMatchObject({ at: new Date(5) });
});

test('the unfinished file of a killed build is removed by the next build of the same output folder', () => {
  const folder = temporaryFolder();
  const unfinished = `${saveOneValue(folder)}.12345`;
  writeFileSync(unfinished, 'nửa chừng');
  saveOneValue(folder);
  expect(existsSync(unfinished)).toBe(false);
});

test('the unfinished file of another output folder is removed after an hour, the longest a build can take', () => {
  const folder = temporaryFolder();
  const unfinished = join(folder, `${'0'.repeat(16)}.memory.12345`);
  writeFileSync(unfinished, 'nửa chừng');
  saveOneValue(folder);
  expect(existsSync(unfinished)).toBe(true);
  utimesSync(unfinished, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
  saveOneValue(folder);
  expect(existsSync(unfinished)).toBe(false);
});

test('a disk error is thrown when the cache is saved, not while the site is built', () => {
  const folder = temporaryFolder();
  const cache = BuildCache.open(settingsIn(folder), 'write-through');
  mkdirSync(`${saveOneValue(folder)}.${process.pid}`);
  for (const name of ['một', 'hai']) cache.set(name, name);
  expect(() => cache.save()).toThrow();
  expect(() => cache.discard()).not.toThrow();
});

test('the output counts as untouched only after this process has published it completely', () => {
  const cache = BuildCache.open(settingsIn(temporaryFolder()), 'in-memory');
  expect(cache.forNextBuild().isOutputUntouched).toBe(false);
  cache.markPublishing();
  cache.markPublished();
  expect(cache.forNextBuild().isOutputUntouched).toBe(true);
  cache.forNextBuild().markPublishing();
  expect(cache.forNextBuild().isOutputUntouched).toBe(false);
});

test('a cache is valid only for the program version that wrote it', () => {
  const now = { code: 'a', packages: 'b', node: 'c' };
  expect(programChange(now, { ...now })).toBeUndefined();
  expect(programChange(now, { ...now, code: 'x' })).toBe('mã nguồn của trang đã đổi');
  expect(programChange(now, { ...now, packages: 'x' })).toBe('package-lock.json đã đổi');
  expect(programChange(now, { ...now, node: 'x' })).toBe('phiên bản Node đã đổi');
});
