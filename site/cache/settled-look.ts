import { lstatSync } from 'node:fs';

/** In ms; clocks of file systems stand still for some of them, so that two changes can look the same. */
const unsettled = 2000;

/** How the disk tells of a file, another after any change; undefined while it changed so lately that the next may look the same. */
export function settledLook(file: string): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return Date.now() - ctimeMs < unsettled ? undefined : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
