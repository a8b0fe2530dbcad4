import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of the site that is no page: written from bytes or copied. While its key is the same, so are its bytes; one
 * without a key is written at every build.
 */
export type StaticFile = { readonly address: string; readonly source: string; readonly key?: string } & (
  | { readonly bytes: Uint8Array | string }
  | { readonly from: string }
);

/** Writes what is no page into an output folder. */
export function writeStaticFiles(files: readonly StaticFile[], output: string): void {
  const write = fileWriter(output);
  for (const file of files) write(file);
}

/** Writes files into an output folder, one after the other as they are made. */
export function fileWriter(output: string): (file: StaticFile) => void {
  const folders = new Set<string>();
  return (file) => {
    const to = join(output, file.address);
    const folder = dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if ('from' in file) copyFileSync(file.from, to);
    else writeFileSync(to, file.bytes);
  };
}
