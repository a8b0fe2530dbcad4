import { lstatSync } from 'node:fs';

/** In ms: the timestamps of file systems are coarse, so two changes within this time can have the same one. */
const timestampResolution = 2000;

/** The size, times and inode of a file, different after every change; undefined if it changed within the last 2 s. */
export function fileSignature(file: string): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return Date.now() - ctimeMs < timestampResolution ? undefined : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
