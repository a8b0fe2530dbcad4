import { statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file atomically: it is complete or not there, even if the process is killed or the disk is full. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Whether a file has the size that was written; after a power failure it may be truncated. */
export function isWhole(file: string, size: number): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === size;
}
