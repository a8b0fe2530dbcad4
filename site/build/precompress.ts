import { stat as fileStat, glob, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const smallest = 1024;
const texts = ['css', 'csv', 'html', 'js', 'json', 'svg', 'txt', 'webmanifest', 'xml'];
const textFile = new RegExp(`\\.(${texts.join('|')})$`);
const compressedForm = new RegExp(`\\.(${texts.join('|')})\\.(br|gz)$`);

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

/** Where the compressed forms of a file stand: "a.html" → "a.html.br", "a.html.gz"; none for what is no text. */
export function compressedForms(file: string): string[] {
  return textFile.test(file) ? [`${file}.br`, `${file}.gz`] : [];
}

/** Whether a name is that of a compressed form: "a.html.br", not "a.gz". */
export function isCompressedForm(file: string): boolean {
  return compressedForm.test(file);
}

/** Whether a compressed form was made of its file as it is now: it then bears the time of its file. */
export function isCurrent(file: { readonly mtimeMs: number }, form: { readonly mtimeMs: number } | undefined): boolean {
  return form !== undefined && Math.abs(file.mtimeMs - form.mtimeMs) < 1;
}

/** Makes the compressed forms that are missing or older than their text file, wherever they are smaller than it. */
export async function precompress(folder: string): Promise<void> {
  const files = await Array.fromAsync(glob(`**/*.{${texts.join(',')}}`, { cwd: folder }));
  const waiting = files.values();
  const work = async () => {
    for (const file of waiting) await compressFile(join(folder, file));
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, work));
}

async function compressFile(file: string): Promise<void> {
  const made = await stat(file);
  if (!made?.isFile() || made.size < smallest) return;
  for (const kind of ['br', 'gz'] as const) {
    const form = `${file}.${kind}`;
    if (isCurrent(made, await stat(form))) continue;
    const bytes = await readFile(file).catch(absent);
    if (!bytes) break;
    const compressed = await compress[kind](bytes);
    if (compressed.length >= bytes.length) await rm(form, { force: true });
    else await putBeside(form, compressed, made.mtimeMs);
  }
  // Whoever published meanwhile has replaced the file: what was made of the older one must not stand beside it.
  const now = await stat(file);
  for (const form of compressedForms(file))
    if (!now || !isCurrent(now, (await stat(form)) ?? now)) await rm(form, { force: true });
}

async function putBeside(form: string, bytes: Buffer, mtimeMs: number): Promise<void> {
  const unfinished = `${form}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await utimes(unfinished, mtimeMs / 1000, mtimeMs / 1000);
  await rename(unfinished, form);
}

function stat(file: string) {
  return fileStat(file).catch(absent);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
