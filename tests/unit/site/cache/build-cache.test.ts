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
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { BuildCache, type CacheMode } from '#site/cache/build-cache.ts';
import { readCacheFile } from '#site/cache/cache-file.ts';
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

/** A cache file with each of its bytes changed in turn, and cut after each of them. */
function* damagedCopies(bytes: Buffer): Generator<Buffer> {
  for (const [index, byte] of bytes.entries()) {
    yield Buffer.from(bytes.with(index, byte ^ 1));
    yield bytes.subarray(0, index);
  }
}

test('whatever byte of a cache file is changed or missing, a value is read as it was stored or not at all', () => {
  const file = saveOneValue(temporaryFolder());
  const bytes = readFileSync(file);
  const readValue = () => {
    const stored = readCacheFile(file);
    const part = stored === 'damaged' ? stored : stored?.readPart('ngày');
    return part instanceof Uint8Array ? deserialize(part) : part;
  };
  for (const copy of damagedCopies(bytes)) {
    writeFileSync(file, copy);
    expect(['damaged', { at: new Date(5), by: new Map([['a', 1]]) }]).toContainEqual(readValue());
  }
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 60)],
  [
    'of another format version',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"format":2', '"format":0'), 'latin1'),
  ],
  ['damaged in a value', (bytes: Buffer) => bytes.with(bytes.indexOf(serialize(new Date(5)).subarray(2)), 0x55)],
])('a cache file that is %s is not used, and editors are told why', (_, damage) => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  writeFileSync(file, damage(readFileSync(file)));
  const cache = BuildCache.open(settingsIn(folder), 'write-through');
  expect(cache.get('ngày')).toBeUndefined();
  expect(cache.discardReason).toBe('bộ nhớ của lần dựng trước bị hỏng');
});

test('an empty cache in place of the saved one knows nothing, and replaces it when it is saved', () => {
  const folder = temporaryFolder();
  saveOneValue(folder);
  const cache = BuildCache.open(settingsIn(folder), 'write-through', { ignoreSaved: true });
  expect(cache.get('ngày')).toBeUndefined();
  expect(cache.discardReason).toBeUndefined();
  cache.save();
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toBeUndefined();
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

test('a cache in memory changes nothing on disk before it is saved', () => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  const before = readFileSync(file);
  BuildCache.open(settingsIn(folder), 'in-memory').set('ngày', 'khác');
  expect(readdirSync(folder)).toEqual([basename(file)]);
  expect(readFileSync(file)).toEqual(before);
});

test('a failed build of a process passes nothing on: the next one gets the values of the last good build', () => {
  const good = BuildCache.inMemory();
  good.set('ngày', 1);
  good.forNextBuild().set('ngày', 2);
  expect(good.forNextBuild().get('ngày')).toBe(1);
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

test('a cache is valid only for the program version that wrote it', () => {
  const now = { code: 'a', packages: 'b', node: 'c' };
  expect(programChange(now, { ...now })).toBeUndefined();
  expect(programChange(now, { ...now, code: 'x' })).toBe('mã nguồn của trang đã đổi');
  expect(programChange(now, { ...now, packages: 'x' })).toBe('package-lock.json đã đổi');
  expect(programChange(now, { ...now, node: 'x' })).toBe('phiên bản Node đã đổi');
});
