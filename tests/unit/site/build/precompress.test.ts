import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { precompress } from '#site/build/precompress.ts';
import { publish } from '#site/build/publish.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** What happens just before a form is made. */
const meanwhile = vi.hoisted(() => ({ happens: () => {} }));

vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  const brotliCompress = (...words: Parameters<typeof zlib.brotliCompress>) => {
    meanwhile.happens();
    zlib.brotliCompress(...words);
  };
  return { ...zlib, brotliCompress };
});

function whileCompressing(happens: () => void): void {
  meanwhile.happens = happens;
  onTestFinished(() => {
    meanwhile.happens = () => {};
  });
}

const long = (words: string) => `${words} `.repeat(400);
const inode = (file: string) => statSync(file).ino;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function unpacked(file: string): string[] {
  return [brotliDecompressSync(readFileSync(`${file}.br`)), gunzipSync(readFileSync(`${file}.gz`))].map(String);
}

test('every text of 1 KiB or more has both forms, what is short, random or no text has none, and nothing unfinished stays', async () => {
  const folder = folderOf({
    'bai-viet/a/index.html': long('Hội nghị'),
    'feed.xml': long('tin'),
    'short.html': 'Hội nghị',
    'random.txt': randomBytes(2000),
    'picture.png': long('png'),
    'font.woff2': long('woff2'),
  });
  await precompress(folder);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'bai-viet',
    'bai-viet/a',
    'bai-viet/a/index.html',
    'bai-viet/a/index.html.br',
    'bai-viet/a/index.html.gz',
    'feed.xml',
    'feed.xml.br',
    'feed.xml.gz',
    'font.woff2',
    'picture.png',
    'random.txt',
    'short.html',
  ]);
  expect(unpacked(join(folder, 'feed.xml'))).toEqual([long('tin'), long('tin')]);
});

test('the same text gives the same bytes, whenever it was written', async () => {
  const [one, other] = [folderOf({ 'a.html': long('một') }), folderOf({ 'a.html': long('một') })];
  utimesSync(join(other, 'a.html'), 1, 1);
  await precompress(one);
  await precompress(other);
  for (const form of ['a.html.br', 'a.html.gz'])
    expect(readFileSync(join(one, form)).equals(readFileSync(join(other, form)))).toBe(true);
});

test('a form that is older than its file is made again, one that is not stays', async () => {
  const folder = folderOf({ 'a.html': long('cũ'), 'b.html': long('yên') });
  await precompress(folder);
  const still = inode(join(folder, 'b.html.br'));
  writeFileSync(join(folder, 'a.html'), long('mới'));
  utimesSync(join(folder, 'a.html'), 2_000_000_000, 2_000_000_000);
  await precompress(folder);
  expect(unpacked(join(folder, 'a.html'))).toEqual([long('mới'), long('mới')]);
  expect(inode(join(folder, 'b.html.br'))).toBe(still);
});

test('a page that is replaced while its form is made is left without the older form', async () => {
  const folder = folderOf({ 'a.html': long('cũ') });
  whileCompressing(() => {
    writeFileSync(join(folder, 'a.html'), long('mới'));
    utimesSync(join(folder, 'a.html'), 2_000_000_000, 2_000_000_000);
  });
  await precompress(folder);
  expect(readdirSync(folder)).toEqual(['a.html']);
});

test('a page that vanishes while its form is made leaves none', async () => {
  const folder = folderOf({ 'a.html': long('cũ') });
  whileCompressing(() => rmSync(join(folder, 'a.html'), { force: true }));
  await precompress(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test('publishing renews the forms of what changed, leaves the others, and takes those of what vanished', async () => {
  const output = join(temporaryFolder(), 'site');
  const same = long('như cũ');
  await publish(folderOf({ 'a.html': long('cũ'), 'same.html': same, 'gone/index.html': same }), output, true);
  const still = ['same.html', 'same.html.br', 'same.html.gz'].map((file) => inode(join(output, file)));
  await publish(folderOf({ 'a.html': long('mới'), 'same.html': same }), output, true);
  expect(unpacked(join(output, 'a.html'))).toEqual([long('mới'), long('mới')]);
  expect(['same.html', 'same.html.br', 'same.html.gz'].map((file) => inode(join(output, file)))).toEqual(still);
  expect(existsSync(join(output, 'gone'))).toBe(false);
});

test('a page made too short to compress keeps no form of what it was', async () => {
  const output = join(temporaryFolder(), 'site');
  await publish(folderOf({ 'a.html': long('dài') }), output, true);
  await publish(folderOf({ 'a.html': 'ngắn' }), output, true);
  expect(readdirSync(output)).toEqual(['a.html']);
});

test('without the knob no form stays, of whatever page', async () => {
  const output = join(temporaryFolder(), 'site');
  await publish(folderOf({ 'a.html': long('cũ'), 'b.html': long('yên') }), output, true);
  await publish(folderOf({ 'a.html': long('mới'), 'b.html': long('yên') }), output, false);
  expect(readdirSync(output).sort()).toEqual(['a.html', 'b.html']);
});

test('a publication that breaks off leaves no older form beside a newer page', async () => {
  const output = join(temporaryFolder(), 'site');
  await publish(folderOf({ 'a.html': long('cũ') }), output, true);
  whileCompressing(() => {
    throw new Error('ENOSPC');
  });
  await expect(publish(folderOf({ 'a.html': long('mới') }), output, true)).rejects.toThrow('ENOSPC');
  expect(readdirSync(output)).toEqual(['a.html']);
  expect(String(readFileSync(join(output, 'a.html')))).toBe(long('mới'));
});
