import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** Files of a content folder by path; null removes the file. */
export type ContentFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** Writes the smallest valid content into a folder, with some files added, replaced or removed. */
export function writeContent(folder: string, files: ContentFiles): void {
  cpSync(join(projectRoot, 'tests', 'fixtures', 'small'), folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, content);
  }
}
