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
import { type Builds, Memory } from '#site/cache/memory.ts';
import { programChange } from '#site/cache/program.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function settingsIn(folder: string) {
  return readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out') }, new Date(0));
}

const seen = new Set<string>();

/** A memory that knows one thing, and the file it lies in. */
function remembering(folder: string, builds: Builds = 'one'): string {
  const memory = Memory.open(settingsIn(folder), builds);
  memory.remember('ngày', { at: new Date(5), by: new Map([['a', 1]]) });
  memory.save();
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.memory')) ?? '');
}

test.each(['one', 'many'] as const)('what %s of a process leaves, dates and all, the next one has', (builds) => {
  const folder = temporaryFolder();
  remembering(folder, builds);
  const memory = Memory.open(settingsIn(folder), 'one');
  expect(memory.recall('ngày')).toEqual({ at: new Date(5), by: new Map([['a', 1]]) });
  expect(memory.doubt).toBeUndefined();
});

test('what is not kept again is forgotten', () => {
  const folder = temporaryFolder();
  remembering(folder);
  Memory.open(settingsIn(folder), 'one').save();
  expect(Memory.open(settingsIn(folder), 'one').recall('ngày')).toBeUndefined();
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 60)],
  ['empty', () => Buffer.alloc(0)],
  [
    'of another form',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"format":2', '"format":0'), 'latin1'),
  ],
  ['with one bit of it turned', (bytes: Buffer) => bytes.with(bytes.indexOf('\n') + 9, 0x55)],
  ['with one bit turned of what tells of it', (bytes: Buffer) => bytes.with(bytes.indexOf('"program"') + 1, 0x55)],
  ['with its last bit turned', (bytes: Buffer) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)],
])('a memory that is %s is not believed', (_how, damage) => {
  const folder = temporaryFolder();
  const file = remembering(folder);
  writeFileSync(file, damage(readFileSync(file)));
  const memory = Memory.open(settingsIn(folder), 'one');
  expect(memory.recall('ngày')).toBeUndefined();
  expect(memory.doubt).toBe('bộ nhớ của lần dựng trước bị hỏng');
});

test('the memory of a folder that has gone is taken away after a day, that of one that stands is not', () => {
  const folder = temporaryFolder();
  const [gone, stands] = ['gone', 'stands'].map((name) => {
    const settings = readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, name) }, new Date(0));
    Memory.open(settings, 'one').save();
    return readdirSync(folder).find((each) => each.endsWith('.memory') && !seen.has(each) && seen.add(each)) ?? '';
  });
  mkdirSync(join(folder, 'stands'));
  for (const name of [gone, stands]) utimesSync(join(folder, name ?? ''), 1, 1);
  remembering(folder);
  expect(readdirSync(folder)).not.toContain(gone);
  expect(readdirSync(folder)).toContain(stands);
});

test('the memory of a folder that has gone is taken away however large it is', () => {
  const folder = temporaryFolder();
  const gone = readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'gone') }, new Date(0));
  Memory.open(gone, 'one').save();
  const [name = ''] = readdirSync(folder);
  truncateSync(join(folder, name), 600_000_000);
  utimesSync(join(folder, name), 1, 1);
  remembering(folder);
  expect(readdirSync(folder)).not.toContain(name);
});

test('a memory that cannot be written leaves nothing half done', () => {
  const folder = temporaryFolder();
  const file = remembering(folder);
  rmSync(file);
  mkdirSync(join(file, 'in the way'), { recursive: true });
  expect(() => remembering(folder)).toThrow();
  expect(readdirSync(folder)).toEqual([basename(file)]);
});

test('what is only asked for keeps nothing', () => {
  const folder = temporaryFolder();
  remembering(folder, 'none');
  expect(Memory.open(settingsIn(folder), 'one').recall('ngày')).toBeUndefined();
});

test('what a build has written that fails is taken back, and the memory before it stays', () => {
  const folder = temporaryFolder();
  const file = remembering(folder);
  const memory = Memory.open(settingsIn(folder), 'one');
  memory.remember('ngày', 'nửa chừng');
  expect(readdirSync(folder)).toHaveLength(2);
  memory.abandon();
  expect(readdirSync(folder)).toEqual([basename(file)]);
  expect(Memory.open(settingsIn(folder), 'one').recall('ngày')).toMatchObject({ at: new Date(5) });
});

test('what a build has begun to write that was killed goes when the next of its folder begins to', () => {
  const folder = temporaryFolder();
  const unfinished = `${remembering(folder)}.12345`;
  writeFileSync(unfinished, 'nửa chừng');
  remembering(folder);
  expect(existsSync(unfinished)).toBe(false);
});

test('that of another folder goes after an hour, and not before: it may be still at it', () => {
  const folder = temporaryFolder();
  const unfinished = join(folder, `${'0'.repeat(16)}.memory.12345`);
  writeFileSync(unfinished, 'nửa chừng');
  remembering(folder);
  expect(existsSync(unfinished)).toBe(true);
  utimesSync(unfinished, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
  remembering(folder);
  expect(existsSync(unfinished)).toBe(false);
});

test('a memory that the disk does not take fails when it is saved, not while the site is built', () => {
  const folder = temporaryFolder();
  const memory = Memory.open(settingsIn(folder), 'one');
  mkdirSync(`${remembering(folder)}.${process.pid}`);
  for (const name of ['một', 'hai']) memory.remember(name, name);
  expect(() => memory.save()).toThrow();
  expect(() => memory.abandon()).not.toThrow();
});

test('a process looks at the finished files again where it published nothing yet, or broke off', () => {
  const memory = Memory.open(settingsIn(temporaryFolder()), 'many');
  expect(memory.next().isFresh).toBe(false);
  memory.publishes();
  memory.hasPublished();
  expect(memory.next().isFresh).toBe(true);
  memory.next().publishes();
  expect(memory.next().isFresh).toBe(false);
});

test('a memory is good for the program that made it alone', () => {
  const now = { code: 'a', packages: 'b', node: 'c' };
  expect(programChange(now, { ...now })).toBeUndefined();
  expect(programChange(now, { ...now, code: 'x' })).toBe('mã nguồn của trang đã đổi');
  expect(programChange(now, { ...now, packages: 'x' })).toBe('package-lock.json đã đổi');
  expect(programChange(now, { ...now, node: 'x' })).toBe('phiên bản Node đã đổi');
});
