import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { OfflineCopyFile } from './offline-copy-files.ts';

/** File types that are already compressed. */
const compressed = /\.(avif|docx|jpe?g|mp[34]|od[pst]|png|pptx|webp|xlsx|zip)$/i;

/** The number of files, and the size of the ZIP in bytes. */
export interface WrittenZip {
  readonly fileCount: number;
  readonly bytes: number;
}

/** Writes files one by one into a folder of a ZIP, all dated to `day`, so that equal files give an equal ZIP. */
export async function writeZip(
  zipPath: string,
  folder: string,
  day: string,
  files: AsyncIterable<OfflineCopyFile>,
): Promise<WrittenZip> {
  // A ZIP stores local time without a zone: the same bytes in every time zone.
  const mtime = new Date(`${day}T12:00:00`);
  const zip = new ZipFile();
  let count = 0;
  const addFiles = async () => {
    for await (const { path, open } of files) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const options = { mtime, forceDosTimestamp: true, mode: 0o100644, compress: !compressed.test(path) };
      zip.addReadStreamLazy(`${folder}/${path}`, options, (callback) => {
        const stream = open();
        finished(stream).then(resolve, reject);
        callback(null, stream);
      });
      await promise;
      count++;
    }
    zip.end();
  };

  await mkdir(dirname(zipPath), { recursive: true });
  const temporaryPath = `${zipPath}.${process.pid}`;
  // yazl holds the name of each file until the end. In Node's Buffer pool of 64 KB, a name would also hold the text in
  // the same slab, 20 KB for each page.
  const { poolSize } = Buffer;
  Buffer.poolSize = 8192;
  try {
    await Promise.all([pipeline(zip.outputStream, createWriteStream(temporaryPath)), addFiles()]);
    await rename(temporaryPath, zipPath);
  } finally {
    Buffer.poolSize = poolSize;
    await rm(temporaryPath, { force: true });
  }
  return { fileCount: count, bytes: (await stat(zipPath)).size };
}
