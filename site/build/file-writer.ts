import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A rendered page and the path of its file. */
export interface RenderedFile {
  readonly file: string;
  readonly text: string;
}

/** A function that writes files, creating each folder once. */
export function fileWriter(): (files: readonly RenderedFile[]) => void {
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
