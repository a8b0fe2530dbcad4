import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** Called just before a file is compressed. */
const hook = vi.hoisted(() => ({ beforeCompressing: () => {} }));

vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  const brotliCompress = (...parameters: Parameters<typeof zlib.brotliCompress>) => {
    hook.beforeCompressing();
    zlib.brotliCompress(...parameters);
  };
  return { ...zlib, brotliCompress };
});

// Another file of this worker may have loaded them with the real zlib.
vi.resetModules();
const { precompress } = await import('#site/build/precompress.ts');
const { publishOutput } = await import('#site/build/publish-output.ts');
afterAll(() => void vi.resetModules());

function whileCompressing(action: () => void): void {
  hook.beforeCompressing = action;
  onTestFinished(() => {
    hook.beforeCompressing = () => {};
  });
}

const long = (text: string) => `${text} `.repeat(400);
const inode = (file: string) => statSync(file).ino;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function decompressed(file: string): string[] {
  return [brotliDecompressSync(readFileSync(`${file}.br`)), gunzipSync(readFileSync(`${file}.gz`))].map(String);
}

test('only compressible text files of 1 KiB or more are precompressed; no temporary file stays', async () => {
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
  expect(decompressed(join(folder, 'feed.xml'))).toEqual([long('tin'), long('tin')]);
});

test('the same text gives the same bytes, independent of its modification time', async () => {
  const [first, second] = [folderOf({ 'a.html': long('một') }), folderOf({ 'a.html': long('một') })];
  utimesSync(join(second, 'a.html'), 1, 1);
  await precompress(first);
  await precompress(second);
  for (const file of ['a.html.br', 'a.html.gz'])
    expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file)))).toBe(true);
});

test('a precompressed file that is older than its text is written again, one that is current stays', async () => {
  const folder = folderOf({ 'a.html': long('cũ'), 'b.html': long('yên') });
  await precompress(folder);
  const before = inode(join(folder, 'b.html.br'));
  writeFileSync(join(folder, 'a.html'), long('mới'));
  utimesSync(join(folder, 'a.html'), 2_000_000_000, 2_000_000_000);
  await precompress(folder);
  expect(decompressed(join(folder, 'a.html'))).toEqual([long('mới'), long('mới')]);
  expect(inode(join(folder, 'b.html.br'))).toBe(before);
});

test('a page that is replaced while it is compressed keeps no outdated precompressed file', async () => {
  const folder = folderOf({ 'a.html': long('cũ') });
  whileCompressing(() => {
    writeFileSync(join(folder, 'a.html'), long('mới'));
    utimesSync(join(folder, 'a.html'), 2_000_000_000, 2_000_000_000);
  });
  await precompress(folder);
  expect(readdirSync(folder)).toEqual(['a.html']);
});

test('a page that is deleted while it is compressed leaves no precompressed file', async () => {
  const folder = folderOf({ 'a.html': long('cũ') });
  whileCompressing(() => rmSync(join(folder, 'a.html'), { force: true }));
  await precompress(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test('publishing updates the precompressed files of changed pages and deletes those of deleted pages', async () => {
  const outputDir = join(temporaryFolder(), 'site');
  const same = long('như cũ');
  await publishOutput(folderOf({ 'a.html': long('cũ'), 'same.html': same, 'gone/index.html': same }), {
    outputDir,
    precompress: true,
  });
  const before = ['same.html', 'same.html.br', 'same.html.gz'].map((file) => inode(join(outputDir, file)));
  await publishOutput(folderOf({ 'a.html': long('mới'), 'same.html': same }), { outputDir, precompress: true });
  expect(decompressed(join(outputDir, 'a.html'))).toEqual([long('mới'), long('mới')]);
  expect(['same.html', 'same.html.br', 'same.html.gz'].map((file) => inode(join(outputDir, file)))).toEqual(before);
  expect(existsSync(join(outputDir, 'gone'))).toBe(false);
});

test('a page that becomes too short to compress keeps no precompressed file', async () => {
  const outputDir = join(temporaryFolder(), 'site');
  await publishOutput(folderOf({ 'a.html': long('dài') }), { outputDir, precompress: true });
  await publishOutput(folderOf({ 'a.html': 'ngắn' }), { outputDir, precompress: true });
  expect(readdirSync(outputDir)).toEqual(['a.html']);
});

test('publishing without PRECOMPRESS deletes every precompressed file', async () => {
  const outputDir = join(temporaryFolder(), 'site');
  await publishOutput(folderOf({ 'a.html': long('cũ'), 'b.html': long('yên') }), { outputDir, precompress: true });
  await publishOutput(folderOf({ 'a.html': long('mới'), 'b.html': long('yên') }), { outputDir, precompress: false });
  expect(readdirSync(outputDir).sort()).toEqual(['a.html', 'b.html']);
});

test('publishing that fails leaves no outdated precompressed file next to a newer page', async () => {
  const outputDir = join(temporaryFolder(), 'site');
  await publishOutput(folderOf({ 'a.html': long('cũ') }), { outputDir, precompress: true });
  whileCompressing(() => {
    throw new Error('ENOSPC');
  });
  await expect(publishOutput(folderOf({ 'a.html': long('mới') }), { outputDir, precompress: true })).rejects.toThrow(
    'ENOSPC',
  );
  expect(readdirSync(outputDir)).toEqual(['a.html']);
  expect(String(readFileSync(join(outputDir, 'a.html')))).toBe(long('mới'));
});
