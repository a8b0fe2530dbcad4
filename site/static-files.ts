import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StaticFile } from './assets.ts';

/** Writes what is no page into an output folder. */
export function writeStaticFiles(files: readonly StaticFile[], output: string): void {
  const folders = new Set<string>();
  for (const file of files) {
    const to = join(output, file.address);
    const folder = dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if ('from' in file) copyFileSync(file.from, to);
    else writeFileSync(to, file.bytes);
  }
}
