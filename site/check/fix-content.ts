import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import { stringify } from 'yaml';
import { type Tag, tagKey } from '#news/tags.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { type Finding, startOfFile } from '#site/finding.ts';
import { type AppliedFix, type EditableFinding, fixText, isEditable } from '#site/read/fix-text.ts';
import { displayPath } from '#site/read/source-file.ts';
import type { CheckedContent } from './check-content.ts';
import type { UnpinnedDomain } from './check-domains.ts';
import { fixPictures } from './fix-pictures.ts';

/** Applies the edits of findings to their files, rewrites pictures, and pins new tags and new domains in their lists. */
export async function fixContent(
  { site, unpinnedDomains }: CheckedContent,
  findings: readonly Finding[],
): Promise<AppliedFix[]> {
  const changes: AppliedFix[] = [];
  const editable = findings.filter(isEditable);
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

async function applyFindings(path: string, findings: readonly EditableFinding[]): Promise<AppliedFix[]> {
  const { text, changes } = fixText(path, await readFile(path, 'utf8'), findings);
  await writeFile(path, text);
  return changes;
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
