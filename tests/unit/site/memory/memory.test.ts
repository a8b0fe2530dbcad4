import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Memory } from '#site/memory/memory.ts';
import { programChange } from '#site/memory/program.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

function settingsIn(folder: string) {
  return readSettings({ MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out') }, new Date(0));
}

/** A memory that knows one thing, and the file it lies in. */
function remembering(folder: string): string {
  const memory = Memory.open(settingsIn(folder));
  memory.remember('ngày', { at: new Date(5), by: new Map([['a', 1]]) });
  memory.save();
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.memory')) ?? '');
}

test('what one build leaves, dates and all, the next one has', () => {
  const folder = temporaryFolder();
  remembering(folder);
  const memory = Memory.open(settingsIn(folder));
  expect(memory.recall('ngày')).toEqual({ at: new Date(5), by: new Map([['a', 1]]) });
  expect(memory.doubt).toBeUndefined();
});

test('what is not kept again is forgotten', () => {
  const folder = temporaryFolder();
  remembering(folder);
  Memory.open(settingsIn(folder)).save();
  expect(Memory.open(settingsIn(folder)).recall('ngày')).toBeUndefined();
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 60)],
  ['empty', () => Buffer.alloc(0)],
  ['of another form', (bytes: Buffer) => Buffer.concat([Buffer.from('memory 0\n'), bytes.subarray(9)])],
  ['with one bit turned', (bytes: Buffer) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)],
])('a memory that is %s is not believed', (_how, damage) => {
  const folder = temporaryFolder();
  const file = remembering(folder);
  writeFileSync(file, damage(readFileSync(file)));
  const memory = Memory.open(settingsIn(folder));
  expect(memory.recall('ngày')).toBeUndefined();
  expect(memory.doubt).toBe('bộ nhớ của lần dựng trước bị hỏng');
});

test('a memory is good for the program that made it alone', () => {
  const now = { code: 'a', packages: 'b', node: 'c' };
  expect(programChange(now, { ...now })).toBeUndefined();
  expect(programChange(now, { ...now, code: 'x' })).toBe('mã nguồn của trang đã đổi');
  expect(programChange(now, { ...now, packages: 'x' })).toBe('package-lock.json đã đổi');
  expect(programChange(now, { ...now, node: 'x' })).toBe('phiên bản Node đã đổi');
});
