import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { OfflineCopyFile } from '#site/offline/offline-copy-files.ts';
import { writeZip } from '#site/offline/write-zip.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

async function* generate(files: readonly OfflineCopyFile[]): AsyncGenerator<OfflineCopyFile> {
  yield* files;
}

test('a file is opened after the previous one is written, so that no two are in memory', async () => {
  const zip = join(temporaryFolder(), 'a.zip');
  const events: string[] = [];
  const file = (path: string): OfflineCopyFile => ({
    path,
    open: () => {
      events.push(`${path} opened`);
      return Readable.from([Buffer.from(path)]).on('end', () => events.push(`${path} read`));
    },
  });
  const { fileCount: files, bytes } = await writeZip(
    zip,
    'bản',
    '2026-11-23',
    generate(['a.html', 'b.jpeg'].map(file)),
  );
  expect(events).toEqual(['a.html opened', 'a.html read', 'b.jpeg opened', 'b.jpeg read']);
  const read = readFileSync(zip);
  expect({ files, bytes }).toEqual({ files: 2, bytes: read.length });
  expect(Object.entries(unzipSync(read)).map(([path, text]) => [path, Buffer.from(text).toString()])).toEqual([
    ['bản/a.html', 'a.html'],
    ['bản/b.jpeg', 'b.jpeg'],
  ]);
});

test('if a file cannot be read, the previous ZIP stays, and no incomplete one is left', async () => {
  const folder = temporaryFolder();
  const zip = join(folder, 'a.zip');
  writeFileSync(zip, 'bản trước');
  const readable = { path: 'a.html', open: () => Readable.from([Buffer.from('a')]) };
  const broken = {
    path: 'b.html',
    open: () =>
      new Readable({
        read() {
          this.destroy(new Error('hỏng'));
        },
      }),
  };
  await expect(writeZip(zip, 'a', '2026-11-23', generate([readable, broken]))).rejects.toThrow('hỏng');
  expect(readdirSync(folder)).toEqual(['a.zip']);
  expect(readFileSync(zip, 'utf8')).toBe('bản trước');
});

test('memory of written files is released, however many files there are', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const usedMemory = (): number => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const page = Array.from({ length: 1_500 }, (_, index) => `Đoạn thứ ${index}.`).join('\n');
  const allowed = usedMemory() + 100 * page.length;
  let after = Number.POSITIVE_INFINITY;
  async function* pages(): AsyncGenerator<OfflineCopyFile> {
    for (let index = 0; index < 1_000; index++)
      yield { path: `bai-viet/bai-${index}/index.html`, open: () => Readable.from([Buffer.from(page)]) };
    // Released buffers are freed one or more event loop iterations later.
    for (let iteration = 0; iteration < 50 && after > allowed; iteration++) {
      await setImmediate();
      after = usedMemory();
    }
  }
  await writeZip(join(temporaryFolder(), 'a.zip'), 'a', '2026-11-23', pages());
  expect(after).toBeLessThan(allowed);
});
