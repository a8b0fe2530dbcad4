import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '#site/settings.ts';

/** Files of a content folder, by path; null where the file is missing. */
export type ContentFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** Writes the smallest content there is, with some files more, other or fewer, into a folder. */
export function writeContent(folder: string, files: ContentFiles): void {
  cpSync(join(root, 'tests', 'fixtures', 'small'), folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, content);
  }
}
