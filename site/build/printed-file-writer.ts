import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A page as it was printed, and the file that is to hold it. */
export interface PrintedFile {
  readonly file: string;
  readonly text: string;
}

/** Writes files, each folder made once. */
export function printedFileWriter(): (files: readonly PrintedFile[]) => void {
  const folders = new Set<string>();
  return (files) => {
    for (const { file, text } of files) {
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(file, text);
    }
  };
}
