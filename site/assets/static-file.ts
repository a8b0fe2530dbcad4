import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of the site that is not a page: written from bytes or copied. The same `key` means the same bytes; a file
 * without a key is written at every build.
 */
export type StaticFile = { readonly address: string; readonly source: string; readonly key?: string } & (
  | { readonly bytes: Uint8Array | string }
  | { readonly from: string }
);

/** Writes files that are not pages into an output folder. */
export function writeStaticFiles(files: readonly StaticFile[], output: string): void {
  const write = staticFileWriter(output);
  for (const file of files) write(file);
}

/** A function that writes files into an output folder one by one. */
export function staticFileWriter(output: string): (file: StaticFile) => void {
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
