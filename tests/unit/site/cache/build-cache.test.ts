import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import { BuildCache, type CacheMode } from '#site/cache/build-cache.ts';
import { programChange } from '#site/cache/program-version.ts';
import { partsFolder, readStoredCache } from '#site/cache/stored-cache.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function settingsIn(folder: string) {
  return readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out') }, new Date(0));
}

/** Saves a cache with one value and returns the file of its table of contents. */
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

test('an object that is set as it was got stays on the disk as it is, also after the first of two builds', () => {
  const folder = temporaryFolder();
  const part = partOf(saveOneValue(folder));
  const before = statSync(part).ino;
  let cache = BuildCache.open(settingsIn(folder), 'in-memory');
  for (const other of [1, 2]) {
    cache.set('ngày', cache.get('ngày'));
    cache.set('khác', other);
    cache.save();
    expect(statSync(part).ino).toBe(before);
    cache = cache.forNextBuild();
  }
  const next = BuildCache.open(settingsIn(folder), 'write-through');
  expect(next.get('ngày')).toEqual({ at: new Date(5), by: new Map([['a', 1]]) });
  expect(next.get('khác')).toBe(2);
});

test('a value that is kept unread is there for the next build, in one process and in two', () => {
  const folder = temporaryFolder();
  const part = partOf(saveOneValue(folder));
  for (const mode of ['write-through', 'in-memory'] as const) {
    const cache = BuildCache.open(settingsIn(folder), mode);
    cache.keep('ngày');
    cache.keep('không có');
    if (mode === 'in-memory') expect(cache.forNextBuild().get('ngày')).toMatchObject({ at: new Date(5) });
    cache.save();
    expect(readdirSync(dirname(part))).toEqual([basename(part)]);
    expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toMatchObject({ at: new Date(5) });
  }
});

test('a value whose part was damaged or removed meanwhile is written again', () => {
  for (const damage of [(part: string) => truncateSync(part, 3), (part: string) => rmSync(part)]) {
    const folder = temporaryFolder();
    const file = saveOneValue(folder);
    const cache = BuildCache.open(settingsIn(folder), 'write-through');
    damage(partOf(file));
    cache.get('ngày');
    saveOneValue(folder);
    expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toMatchObject({ at: new Date(5) });
  }
});

test('a value that a build does not set again is dropped', () => {
  const folder = temporaryFolder();
  saveOneValue(folder);
  BuildCache.open(settingsIn(folder), 'write-through').save();
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toBeUndefined();
});

/** The file of the only part of a cache. */
function partOf(file: string): string {
  return join(partsFolder(file), readdirSync(partsFolder(file))[0] ?? '');
}

/** A file with each of its bytes changed in turn, and cut after each of them. */
function* damagedCopies(bytes: Buffer): Generator<Buffer> {
  for (const [index, byte] of bytes.entries()) {
    yield Buffer.from(bytes.with(index, byte ^ 1));
    yield bytes.subarray(0, index);
  }
}

test.each([
  ['the table of contents', (file: string) => file],
  ['a part', partOf],
])('whatever byte of %s is changed or missing, a value is read as it was stored or not at all', (_, damagedFile) => {
  const file = saveOneValue(temporaryFolder());
  const damaged = damagedFile(file);
  const bytes = readFileSync(damaged);
  const readValue = () => {
    const stored = readStoredCache(file);
    if (stored === 'damaged' || !stored?.parts[0]) return 'damaged';
    const part = stored.readPart(stored.parts[0]);
    return part === 'damaged' ? part : deserialize(part);
  };
  for (const copy of damagedCopies(bytes)) {
    writeFileSync(damaged, copy);
    expect(['damaged', { at: new Date(5), by: new Map([['a', 1]]) }]).toContainEqual(readValue());
  }
});

test.each<[string, (file: string) => void]>([
  ['cut short', (file) => truncateSync(file, 60)],
  [
    'of another format version',
    (file) => {
      const written = readFileSync(file, 'utf8').slice(0, -64).replace('"format":3', '"format":0');
      writeFileSync(file, written + hash('sha256', written));
    },
  ],
  ['damaged in a value', (file) => writeFileSync(partOf(file), readFileSync(partOf(file)).with(9, 0x55))],
  ['without a value', (file) => rmSync(partOf(file))],
])('a cache that is %s is not used, and editors are told why', (_, damage) => {
  const folder = temporaryFolder();
  damage(saveOneValue(folder));
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
  expect(readdirSync(folder)).toEqual([basename(file), basename(partsFolder(file))]);
});

test('a cache in memory changes nothing on disk before it is saved', () => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  const before = readFileSync(file);
  BuildCache.open(settingsIn(folder), 'in-memory').set('ngày', 'khác');
  expect(readdirSync(partsFolder(file))).toHaveLength(1);
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
  cache.set('như cũ', cache.get('ngày'));
  expect(readdirSync(partsFolder(file))).toHaveLength(2);
  cache.discard();
  expect(readdirSync(partsFolder(file))).toHaveLength(1);
  expect(BuildCache.open(settingsIn(folder), 'write-through').get('ngày')).toMatchObject({ at: new Date(5) });
});

test('what a killed build left is removed by the next build of the same output folder', () => {
  const folder = temporaryFolder();
  const file = saveOneValue(folder);
  const unfinished = [`${file}.12345`, join(partsFolder(file), 'a'), join(partsFolder(file), 'b.12345')];
  for (const left of unfinished) writeFileSync(left, 'nửa chừng');
  saveOneValue(folder);
  expect(unfinished.filter((left) => existsSync(left))).toEqual([]);
});

test.each(['.memory.12345', '.memory.parts'])(
  'what a killed build of another output folder left (%s) is removed after an hour, the longest a build can take',
  (name) => {
    const folder = temporaryFolder();
    const unfinished = join(folder, `${'0'.repeat(16)}${name}`);
    mkdirSync(unfinished);
    saveOneValue(folder);
    expect(existsSync(unfinished)).toBe(true);
    utimesSync(unfinished, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
    saveOneValue(folder);
    expect(existsSync(unfinished)).toBe(false);
  },
);

test('a disk error is thrown when the cache is saved, not while the site is built', () => {
  const folder = temporaryFolder();
  const cache = BuildCache.open(settingsIn(folder), 'write-through');
  const file = saveOneValue(folder);
  rmSync(partsFolder(file), { recursive: true });
  writeFileSync(partsFolder(file), 'không phải thư mục');
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
