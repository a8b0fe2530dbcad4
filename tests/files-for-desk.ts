import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentFile, ListFiles } from '#desk/check/content-files.ts';
import { contentKinds } from '#news/content-kind.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { listFiles } from '#site/read/read-lists.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A content folder as the desk is given it; a file that is no UTF-8 is left out, since a form holds text. */
export function filesForDesk(folder: string): { lists: ListFiles; items: ContentFile[] } {
  const all = [...filesIn(folder)].sort();
  const lists = listFiles
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => [`content/${name}`, readFileSync(join(folder, name), 'utf8')]);
  const isItem = (file: string) => contentKinds.some((kind) => file.startsWith(`${kind}/`)) && file.endsWith('.md');
  const items = all.filter(isItem).flatMap((file) => {
    const beside = all.filter((other) => other !== file && other.startsWith(`${dirname(file)}/`));
    const files = Object.fromEntries(beside.map((other) => [`content/${other}`, statSync(join(folder, other)).size]));
    try {
      return [{ path: `content/${file}`, text: decoder.decode(readFileSync(join(folder, file))), files }];
    } catch {
      return [];
    }
  });
  return { lists: Object.fromEntries(lists), items };
}
