import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Finding, type Place, startOf } from '#site/finding.ts';
import { normalised, shownPath } from '#site/read/source-file.ts';
import type { CheckedContent } from './check-content.ts';

/** A change that was made to a file, for people to read. */
export interface Change extends Place {
  readonly what: string;
}

/** Does what findings offer to do by themselves, in their files, and settles the addresses of new tags. */
export async function fixContent({ site }: CheckedContent, findings: readonly Finding[]): Promise<Change[]> {
  const changes: Change[] = [];
  const byFile = Map.groupBy(
    findings.filter(({ edit }) => edit),
    ({ path }) => path,
  );
  for (const [path, found] of byFile) {
    const raw = await readFile(path, 'utf8');
    let text = normalised(raw);
    for (const { rule, line, column, edit } of found.toSorted(
      (a, b) => (b.edit?.offset ?? 0) - (a.edit?.offset ?? 0),
    )) {
      if (!edit) continue;
      const old = text.slice(edit.offset, edit.offset + edit.length);
      text = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
      changes.push({
        path,
        line,
        column,
        what: edit.length > 0 ? `“${old}” → “${edit.text}”` : (rewritten[rule] ?? ''),
      });
    }
    await writeFile(path, raw.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
  }

  if (site && findings.some(({ rule }) => rule === 'the')) {
    const { newsroom, settings } = site.desk;
    const file = join(settings.contentDir, 'tags.yaml');
    const before = existsSync(file) ? await readFile(file, 'utf8') : '';
    await writeFile(
      file,
      `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${stringify(newsroom.unpinnedTags)}`,
    );
    for (const { name, slug } of newsroom.unpinnedTags)
      changes.push({ ...startOf(shownPath(file)), what: `thẻ “${name}” giữ địa chỉ /the/${slug}/` });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line);
}

const rewritten: Partial<Record<Finding['rule'], string>> = {
  bom: 'bỏ dấu BOM ở đầu tệp',
  nfd: 'chữ có dấu đổi thành dạng dựng sẵn (NFC)',
};
