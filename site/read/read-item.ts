import { basename, dirname } from 'node:path';
import type { Body } from '#news/body.ts';
import { type Finding, finding, type SourceLocation, startOfFile, type TextEdit } from '#site/finding.ts';
import { applyEdits, originalOffsets } from '#site/repair/edited-text.ts';
import type { InspectedFile } from './inspect-from-queue.ts';
import type { InspectedReferences } from './inspect-references.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import { explainMissingFile, resolveSibling, withoutSuffix } from './resolve-sibling.ts';
import { locationAt, readUnchangedText } from './source-file.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import type { Suppression } from './suppression.ts';
import { parseYaml } from './yaml-document.ts';

/** A Markdown file of content/ that was split into front matter and body. */
export interface ParsedItem<Value> {
  readonly file: string;
  /** The path as messages show it. */
  readonly path: string;
  /** Reads the text of the file again. Throws a ContentChangedError. */
  readonly readText: () => string;
  /** The part of its address that comes from its file name; empty if the name has no letter or digit. */
  readonly slug: string;
  /** Undefined if the front matter is invalid. */
  readonly value?: Value;
  readonly body: Body;
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly suppressions: readonly Suppression[];
  /** The location of the value of a front matter key. */
  readonly locate: (keys: readonly PropertyKey[]) => SourceLocation;
  /** The location of the start of the body. */
  readonly bodyStart: SourceLocation;
  readonly findings: readonly Finding[];
}

/** Shared, since most bodies reference no files: ten thousand empty maps would take some megabytes. */
const emptyMap: ReadonlyMap<string, string> = new Map();
const noFiles = { pictures: emptyMap, attachments: emptyMap, findings: [] };

/** The name of a file if it makes a poor address: with spaces, diacritics, or a date in another format. */
function malformedName(file: string): string | undefined {
  const name = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
  const wellFormed = /^(\d{4}-\d{2}-\d{2}-)?(?!\d{6,8}-|\d{1,2}-\d{1,2}-\d{4}|\d{4}(-|$))[a-z0-9]+(-[a-z0-9]+)*$/;
  return wellFormed.test(name) ? undefined : name;
}

/** A Markdown file with the files it references resolved; undefined, with findings, if it could not be split. */
export function readItem<Value>({
  file,
  path,
  slug,
  contentHash: sha256,
  sketch,
  inspected: { parts, findings: fileFindings },
}: InspectedFile<Value>): { item?: ParsedItem<Value>; findings: readonly Finding[] } {
  if (!parts) return { findings: fileFindings };
  const { value, facts, references, bodyStart, bodyLine, suppressions, repairs: frontMatterRepairs } = parts;
  const { firstParagraph, hasGallery, hasHtmlTable, syllables, repairs, ...rest } = facts;
  rest satisfies NoMoreFields;
  const { files, links, webLinks } = references;
  const readText = () => readUnchangedText(file, sha256);
  const { findings: referenceFindings, ...resolved } = resolveFiles({ file, path, readText }, files);
  const locate = frontMatterLocator(path, readText, frontMatterRepairs);
  const findings = [...fileFindings, ...nameFindings({ file, path, slug, locate }), ...referenceFindings];
  return {
    findings,
    item: {
      ...{ file, path, readText, slug },
      ...(value !== undefined && { value }),
      body: {
        markdown: { file, start: bodyStart, contentHash: sha256, repairs },
        ...{ syllables, sketch, links, webLinks, ...resolved, hasGallery, hasHtmlTable },
      },
      ...(firstParagraph && { firstParagraph }),
      suppressions,
      locate,
      bodyStart: { path, line: bodyLine, column: 1 },
      findings,
    },
  };
}

function nameFindings({
  file,
  path,
  slug,
  locate,
}: Pick<ParsedItem<unknown>, 'file' | 'path' | 'slug' | 'locate'>): Finding[] {
  if (!slug) {
    const wrong = 'tên tệp không có chữ nào để làm địa chỉ';
    return [finding(locate([]), 'ten-tep', wrong, 'đặt tên như 2018-06-20-tieu-de-bai.md')];
  }
  const malformed = malformedName(file);
  if (!malformed) return [];
  const wrong = `tên tệp “${malformed}” không thành một địa chỉ đẹp`;
  return [finding(startOfFile(path), 'dat-ten', wrong, 'trước khi đăng, đổi tên như 2018-06-20-tieu-de-bai.md')];
}

/** The files of a body, and findings for those that do not exist. */
function resolveFiles(
  source: Pick<ParsedItem<unknown>, 'file' | 'path' | 'readText'>,
  references: InspectedReferences['files'],
): Pick<Body, 'pictures' | 'attachments'> & { readonly findings: readonly Finding[] } {
  if (references.length === 0) return noFiles;
  const pictures = new Map<string, string>();
  const attachments = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { href, kind, line, column } of references) {
    const { file, path } = source;
    const location = { path, line, column };
    const found = resolveSibling(file, href, kind) ?? resolveSibling(file, withoutSuffix(href), kind);
    if (found) {
      (kind === 'ảnh' ? pictures : attachments).set(href, found);
      findings.push(...letterCaseFindings(source, () => location, href, found));
    } else
      findings.push(
        finding(location, kind === 'ảnh' ? 'anh' : 'tep-dinh-kem', ...explainMissingFile(file, href, kind)),
      );
  }
  return {
    pictures: pictures.size > 0 ? pictures : emptyMap,
    attachments: attachments.size > 0 ? attachments : emptyMap,
    findings,
  };
}

/** Locates the values of a file's front matter, read with some repairs; each call reads the file again, which is rare. */
function frontMatterLocator(
  path: string,
  readText: () => string,
  repairs: readonly TextEdit[],
): ParsedItem<unknown>['locate'] {
  return (keys) => {
    const original = { path, text: readText() };
    const split = splitFrontMatter({ path, text: applyEdits(original.text, repairs) });
    if ('finding' in split) return startOfFile(path);
    return locationAt(original, originalOffsets(repairs)(split.block.start + parseYaml(split.block).offsetOf(keys)));
  };
}
