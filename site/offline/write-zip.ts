import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { CopiedFile } from './copied-files.ts';

/** What is compressed already. */
const compressed = /\.(avif|docx|jpe?g|mp[34]|od[pst]|png|pptx|webp|xlsx|zip)$/i;

/** What came of it. */
export interface WrittenZip {
  readonly files: number;
  readonly bytes: number;
}

/** Writes files into one folder of a ZIP, one after the other; each is of a day, so that equal files make an equal ZIP. */
export async function writeZip(
  zipPath: string,
  folder: string,
  day: string,
  files: AsyncIterable<CopiedFile>,
): Promise<WrittenZip> {
  // A ZIP has the time of the clock on the wall: the same numbers wherever it is made.
  const mtime = new Date(`${day}T12:00:00`);
  const zip = new ZipFile();
  let count = 0;
  const fill = async () => {
    for await (const { path, open } of files) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const options = { mtime, forceDosTimestamp: true, mode: 0o100644, compress: !compressed.test(path) };
      zip.addReadStreamLazy(`${folder}/${path}`, options, (take) => {
        const stream = open();
        finished(stream).then(resolve, reject);
        take(null, stream);
      });
      await promise;
      count++;
    }
    zip.end();
  };

  await mkdir(dirname(zipPath), { recursive: true });
  const beside = `${zipPath}.${process.pid}`;
  // The ZIP keeps the name of each file to its end. From Node's pool of 64 KB a name would keep the text cut from the same
  // piece too, 20 KB for each page.
  const { poolSize } = Buffer;
  Buffer.poolSize = 8192;
  try {
    await Promise.all([pipeline(zip.outputStream, createWriteStream(beside)), fill()]);
    await rename(beside, zipPath);
  } finally {
    Buffer.poolSize = poolSize;
    await rm(beside, { force: true });
  }
  return { files: count, bytes: (await stat(zipPath)).size };
}
