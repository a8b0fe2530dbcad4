import { statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is there whole or not at all, whenever the process ends or the disk is full. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Whether a file has as many bytes as were written into it; a machine that lost its power may have kept fewer. */
export function isWhole(file: string, size: number): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === size;
}
