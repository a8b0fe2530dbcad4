import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StaticFile } from '#site/assets/assets.ts';

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
