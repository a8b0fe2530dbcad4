import { stat as fileStat, glob, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { deployedFile } from '#site/deployment/deployed-site.ts';

/** In bytes: smaller files are not compressed. */
const minimumSize = 1024;
const textExtensions = ['css', 'csv', 'html', 'js', 'json', 'svg', 'txt', 'webmanifest', 'xml'];
const textFilePattern = new RegExp(`\\.(${textExtensions.join('|')})$`);
const precompressedPattern = new RegExp(`\\.(${textExtensions.join('|')})\\.(br|gz)$`);

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** The names of a file's precompressed versions: "a.html" → "a.html.br", "a.html.gz"; none if it is not text. */
export function precompressedFiles(file: string): string[] {
  return textFilePattern.test(file) ? [`${file}.br`, `${file}.gz`] : [];
}

/** Whether a name is that of a precompressed file: "a.html.br", not "a.gz". */
export function isPrecompressedFile(file: string): boolean {
  return precompressedPattern.test(file);
}

/** Whether a precompressed file is up to date: it has the modification time of its file. */
export function isUpToDate(
  file: { readonly mtimeMs: number },
  precompressed: { readonly mtimeMs: number } | undefined,
): boolean {
  return precompressed !== undefined && Math.abs(file.mtimeMs - precompressed.mtimeMs) < 1;
}

/** Writes the precompressed versions of text files that are missing or outdated, if they are smaller than the file. */
export async function precompress(folder: string): Promise<void> {
  const files = await Array.fromAsync(glob(`**/*.{${textExtensions.join(',')}}`, { cwd: folder }));
  const queue = files.values();
  const compressFromQueue = async () => {
    // That file is written again after the build.
    for (const file of queue) if (file !== deployedFile) await compressFile(join(folder, file));
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, compressFromQueue));
}

async function compressFile(file: string): Promise<void> {
  const before = await stat(file);
  if (!before?.isFile() || before.size < minimumSize) return;
  for (const extension of ['br', 'gz'] as const) {
    const target = `${file}.${extension}`;
    if (isUpToDate(before, await stat(target))) continue;
    const bytes = await readFile(file).catch(ignoreMissing);
    if (!bytes) break;
    const compressed = await compress[extension](bytes);
    if (compressed.length >= bytes.length) await rm(target, { force: true });
    else await writeAtomically(target, compressed, before.mtimeMs);
  }
  // Another process may have replaced the file meanwhile: a compressed older version must not stay next to it.
  const now = await stat(file);
  for (const target of precompressedFiles(file))
    if (!now || !isUpToDate(now, (await stat(target)) ?? now)) await rm(target, { force: true });
}

async function writeAtomically(target: string, bytes: Buffer, mtimeMs: number): Promise<void> {
  const unfinished = `${target}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await utimes(unfinished, mtimeMs / 1000, mtimeMs / 1000);
  await rename(unfinished, target);
}

function stat(file: string) {
  return fileStat(file).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
