import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StaticFile } from './assets.ts';

/** Writes what is no page into an output folder. */
export async function writeStaticFiles(files: readonly StaticFile[], output: string): Promise<void> {
  for (const file of files) {
    const to = join(output, file.address);
    await mkdir(dirname(to), { recursive: true });
    if ('from' in file) await copyFile(file.from, to);
    else await writeFile(to, file.bytes);
  }
}
