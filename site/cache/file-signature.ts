import { lstatSync, type Stats } from 'node:fs';

/** In ms: the timestamps of file systems are coarse, so two changes within this time can have the same one. */
const timestampResolution = 2000;

/** The size, times and inode of a file, different after every change; undefined if it changed within the last 2 s. */
export function fileSignature(file: string): string | undefined {
  const stats = lstatSync(file);
  const { size, mtimeMs, ctimeMs, ino } = stats;
  return settledChangeTime(stats) === undefined ? undefined : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** When a file or folder last changed, in ms, different after every change from `now` on; undefined if it may not be. */
export function settledChangeTime({ ctimeMs }: Stats, now = Date.now()): number | undefined {
  return now - ctimeMs < timestampResolution ? undefined : ctimeMs;
}
