import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** What `writeWhole` does, before it returns: the file is complete or not there. */
export function writeWholeSync(file: string, bytes: Uint8Array | string): void {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
