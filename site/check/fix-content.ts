import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import { stringify } from 'yaml';
import { type Tag, tagKey } from '#news/tags.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { type Finding, type SourceLocation, startOfFile, type TextEdit } from '#site/finding.ts';
import { displayPath, normaliseText } from '#site/read/source-file.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import type { CheckedContent } from './check-content.ts';
import type { UnpinnedDomain } from './check-domains.ts';
import { fixPictures } from './fix-pictures.ts';

/** A change that was made to a file, with a description for editors. */
export interface AppliedFix extends SourceLocation {
  readonly description: string;
}

/** Applies the edits of findings to their files, rewrites pictures, and pins new tags and new domains in their lists. */
export async function fixContent(
  { site, unpinnedDomains }: CheckedContent,
  findings: readonly Finding[],
): Promise<AppliedFix[]> {
  const changes: AppliedFix[] = [];
  const editable = findings.filter((found): found is EditableFinding => found.edits !== undefined);
  for (const [path, inFile] of Map.groupBy(editable, ({ path }) => path))
    changes.push(...(await applyFindings(path, inFile)));

  for (const { path, description } of await fixPictures(findings)) changes.push({ ...startOfFile(path), description });

  const paths = new Set(findings.filter(({ rule }) => rule === 'the').map(({ path }) => path));
  const newTags = site ? unpinnedTagsIn(site.context.content, paths) : [];
  if (site && newTags.length > 0)
    changes.push(...(await pinTags(join(site.context.settings.contentDir, 'tags.yaml'), newTags)));
  const newDomains = trustedDomains(unpinnedDomains, findings);
  if (site && newDomains.length > 0)
    changes.push(...(await pinDomains(join(site.context.settings.contentDir, 'domains.yaml'), newDomains)));
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line);
}

type EditableFinding = Finding & Required<Pick<Finding, 'edits'>>;

async function applyFindings(path: string, findings: readonly EditableFinding[]): Promise<AppliedFix[]> {
  const raw = await readFile(path, 'utf8');
  const text = normaliseText(raw);
  const applied = withoutOverlaps(text, findings);
  const edits = applied.flatMap(({ edits: own }) => own).sort((a, b) => a.offset - b.offset);
  await writeFile(path, withLineEnds(applyEdits(text, edits), raw));
  return applied.map((found) => ({
    ...{ path, line: found.line, column: found.column },
    description: rewriteDescriptions[found.rule] ?? describe(text, found.edits),
  }));
}

/** The findings whose edits touch no edit of an earlier one; the others can be fixed after another check. */
function withoutOverlaps(text: string, findings: readonly EditableFinding[]): EditableFinding[] {
  const taken = new Uint8Array(text.length + 1);
  const isRewrite = (edit: TextEdit) => edit.length === 0 && edit.text === '';
  return findings.filter(({ edits }) => {
    const ranges = edits.filter((edit) => !isRewrite(edit)).map(({ offset, length }) => [offset, offset + length + 1]);
    if (ranges.some(([start, end]) => taken.subarray(start, end).includes(1))) return false;
    for (const [start, end] of ranges) taken.fill(1, start, end);
    return true;
  });
}

const maxShown = 80;

/** What an edit changes, as "before" → "after"; where little is replaced, with the line around it. */
function describe(text: string, [edit, ...others]: readonly TextEdit[]): string {
  if (!edit) return '';
  const end = edit.offset + edit.length;
  const more = others.length > 0 ? `, và ${others.length} chỗ nữa` : '';
  if (edit.length === 0 && edit.text.endsWith('\n') && edit.text.length > 1)
    return `thêm dòng “${edit.text.trimEnd()}”${more}`;
  const [lineStart, lineEnd] = [text.lastIndexOf('\n', edit.offset - 1) + 1, text.indexOf('\n', end)];
  const isWord = edit.length > 0 && edit.text !== '' && !/\n/.test(text.slice(edit.offset, end));
  const [from, to] = isWord
    ? [edit.offset, end]
    : [
        Math.max(lineStart, edit.offset - maxShown / 2),
        Math.min(lineEnd < 0 ? text.length : lineEnd, end + maxShown / 2),
      ];
  const before = text.slice(from, to);
  const after = text.slice(from, edit.offset) + edit.text + text.slice(end, to);
  return `“${shorten(before)}” → “${shorten(after)}”${more}`;
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '⏎');
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line;
}

async function pinTags(file: string, tags: readonly Tag[]): Promise<AppliedFix[]> {
  await appendList(file, tags);
  const start = startOfFile(displayPath(file));
  return tags.map(({ name, slug }) => ({ ...start, description: `thẻ “${name}” giữ địa chỉ /the/${slug}/` }));
}

/** The new domains of some files, but for those in which somebody else may have written. */
function trustedDomains(unpinned: readonly UnpinnedDomain[], findings: readonly Finding[]): string[] {
  const pathsOf = (...names: readonly Finding['rule'][]) =>
    new Set(findings.filter(({ rule }) => names.includes(rule)).map(({ path }) => path));
  const linking = pathsOf('ten-mien');
  const doubtful = pathsOf('co-bac', 'lien-ket-giau');
  return unpinned
    .filter(({ path }) => linking.has(path) && !doubtful.has(path))
    .map(({ domain }) => domainToUnicode(domain) || domain);
}

async function pinDomains(file: string, domains: readonly string[]): Promise<AppliedFix[]> {
  await appendList(file, domains);
  const start = startOfFile(displayPath(file));
  return domains.map((domain) => ({ ...start, description: `tên miền “${domain}” được phép dẫn tới` }));
}

/** Adds items to the end of a list file, which is created if it is missing. */
async function appendList(file: string, items: readonly unknown[]): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : '';
  await writeFile(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${stringify(items)}`);
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
  'bang-ma': 'chữ ở bảng mã khác đổi thành Unicode',
  'ky-tu-an': 'bỏ những ký tự không ai thấy',
  nfd: 'chữ có dấu đổi thành dạng dựng sẵn (NFC)',
};
