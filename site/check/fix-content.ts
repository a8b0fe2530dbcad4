import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Tag, tagKey } from '#news/tags.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { type Finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import { displayPath, normaliseText } from '#site/read/source-file.ts';
import type { CheckedContent } from './check-content.ts';

/** A change that was made to a file, with a description for editors. */
export interface AppliedFix extends SourceLocation {
  readonly description: string;
}

/** Applies the edits of findings to their files, and pins the addresses of new tags in tags.yaml. */
export async function fixContent({ site }: CheckedContent, findings: readonly Finding[]): Promise<AppliedFix[]> {
  const changes: AppliedFix[] = [];
  const editable = findings.filter((found): found is EditableFinding => found.edit !== undefined);
  for (const [path, inFile] of Map.groupBy(editable, ({ path }) => path))
    changes.push(...(await applyEdits(path, inFile)));

  const paths = new Set(findings.filter(({ rule }) => rule === 'the').map(({ path }) => path));
  const newTags = site ? unpinnedTagsIn(site.context.content, paths) : [];
  if (site && newTags.length > 0)
    changes.push(...(await pinTags(join(site.context.settings.contentDir, 'tags.yaml'), newTags)));
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line);
}

type EditableFinding = Finding & Required<Pick<Finding, 'edit'>>;

async function applyEdits(path: string, findings: readonly EditableFinding[]): Promise<AppliedFix[]> {
  const changes: AppliedFix[] = [];
  const raw = await readFile(path, 'utf8');
  let text = normaliseText(raw);
  // From the end, so that the offsets of the other edits stay right.
  for (const { rule, line, column, edit } of findings.toSorted((a, b) => b.edit.offset - a.edit.offset)) {
    const end = edit.offset + edit.length;
    const description =
      edit.length > 0
        ? `“${text.slice(edit.offset, end)}” → “${edit.text}”`
        : (rewriteDescriptions[rule] ?? `thêm dòng “${edit.text.trimEnd()}”`);
    text = text.slice(0, edit.offset) + edit.text + text.slice(end);
    changes.push({ path, line, column, description });
  }
  await writeFile(path, withLineEnds(text, raw));
  return changes;
}

async function pinTags(file: string, tags: readonly Tag[]): Promise<AppliedFix[]> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : '';
  await writeFile(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${stringify(tags)}`);
  const start = startOfFile(displayPath(file));
  return tags.map(({ name, slug }) => ({ ...start, description: `thẻ “${name}” giữ địa chỉ /the/${slug}/` }));
}

/** The tags of some files that have no pinned address yet. */
function unpinnedTagsIn({ unpinnedTags, ...content }: VisibleContent, paths: ReadonlySet<string>): Tag[] {
  const used = new Set(
    content.allArticles.filter(({ path }) => paths.has(path)).flatMap(({ tags }) => tags.map(tagKey)),
  );
  return unpinnedTags.filter(({ name }) => used.has(tagKey(name)));
}

/** A text with the original line ends of its file, line by line, so that a fix changes no other byte. */
function withLineEnds(text: string, raw: string): string {
  const ends = raw.match(/\r\n|\r|\n/g) ?? [];
  return text.split('\n').reduce((result, line, index) => result + (ends[index - 1] ?? ends.at(-1) ?? '\n') + line);
}

const rewriteDescriptions: Partial<Record<Finding['rule'], string>> = {
  bom: 'bỏ dấu BOM ở đầu tệp',
  nfd: 'chữ có dấu đổi thành dạng dựng sẵn (NFC)',
};
