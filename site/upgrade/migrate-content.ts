import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '#site/cache/files-in.ts';
import { withFormat, writtenFormat } from '#site/read/written-format.ts';
import { writeWhole } from '#site/write-whole.ts';
import type { Migration } from './migrations.ts';

/** What a migration changed: the paths of the files inside content/. */
export interface MigratedFiles {
  readonly migration: Migration;
  readonly paths: readonly string[];
}

/** The format of a content folder. */
export async function formatOf(contentDir: string): Promise<number> {
  return writtenFormat(await readFile(join(contentDir, 'site.yaml'), 'utf8')).format;
}

/**
 * Brings a content folder to the format of the last migration. Files are written one by one and site.yaml, which names
 * the format, last: after an interruption the same call goes on.
 */
export async function migrateContent(contentDir: string, migrations: readonly Migration[]): Promise<MigratedFiles[]> {
  const format = await formatOf(contentDir);
  const due = migrations.filter(({ to }) => to > format);
  const latest = due.at(-1);
  if (!latest) return [];
  const changed = new Map<Migration, string[]>(due.map((migration) => [migration, []]));
  const isSite = (path: string) => path === 'site.yaml';
  const paths = [...filesIn(contentDir)].filter((path) => /\.(md|ya?ml)$/.test(path)).sort();
  for (const path of [...paths.filter((each) => !isSite(each)), ...paths.filter(isSite)]) {
    const written = await readFile(join(contentDir, path), 'utf8');
    let text = written;
    for (const migration of due) {
      const migrated = migration.migrateFile(path, text);
      if (migrated !== text) changed.get(migration)?.push(path);
      text = migrated;
    }
    if (isSite(path)) text = withFormat(text, latest.to);
    if (text !== written) await writeWhole(join(contentDir, path), text);
  }
  return due.map((migration) => ({ migration, paths: changed.get(migration) ?? [] }));
}
