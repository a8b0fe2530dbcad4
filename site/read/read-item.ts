import { basename, dirname } from 'node:path';
import { articleAddress } from '#news/address.ts';
import type { Body, InternalLink } from '#news/body.ts';
import { outgoingDomain, type WebLink } from '#news/domain.ts';
import type { Problem } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation, startOfFile, type TextEdit } from '#site/finding.ts';
import { completeAddress } from '#site/repair/complete-address.ts';
import { applyEdits, originalOffsets } from '#site/repair/edited-text.ts';
import type { BodyPosition } from './body-finding.ts';
import { decodeAddress } from './decode-address.ts';
import { fileSlug } from './file-slug.ts';
import type { InspectedBody } from './inspect-body.ts';
import type { InspectedFile } from './inspect-from-queue.ts';
import type { BodyReference } from './inspect-inline.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import { explainMissingFile, type FileKind, resolveSibling, withoutSuffix } from './resolve-sibling.ts';
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
  contentHash: sha256,
  inspected: { parts, findings: fileFindings },
}: InspectedFile<Value>): { item?: ParsedItem<Value>; findings: readonly Finding[] } {
  if (!parts) return { findings: fileFindings };
  const { value, facts, bodyStart, bodyLine, suppressions, repairs: frontMatterRepairs } = parts;
  const { firstParagraph, pictures, links, videos, hasGallery, hasHtmlTable, syllables, repairs, ...rest } = facts;
  rest satisfies NoMoreFields;
  const readText = () => readUnchangedText(file, sha256);
  const inFile: BodyLocator = ({ line, column }) => ({ path, line: line + bodyLine - 1, column });
  const { findings: referenceFindings, ...resolved } = resolveReferences(
    { file, readText },
    { pictures, links, videos },
    inFile,
  );
  const locate = frontMatterLocator(path, readText, frontMatterRepairs);
  const findings = [...fileFindings, ...nameFindings(file, path, locate), ...referenceFindings];
  return {
    findings,
    item: {
      ...{ file, path, readText, slug: fileSlug(file) },
      ...(value !== undefined && { value }),
      body: {
        markdown: { file, start: bodyStart, contentHash: sha256, repairs },
        ...{ syllables, ...resolved, hasGallery, hasHtmlTable },
      },
      ...(firstParagraph && { firstParagraph }),
      suppressions,
      locate,
      bodyStart: { path, line: bodyLine, column: 1 },
      findings,
    },
  };
}

function nameFindings(file: string, path: string, locate: ParsedItem<unknown>['locate']): Finding[] {
  if (!fileSlug(file)) {
    const wrong = 'tên tệp không có chữ nào để làm địa chỉ';
    return [finding(locate([]), 'ten-tep', wrong, 'đặt tên như 2018-06-20-tieu-de-bai.md')];
  }
  const malformed = malformedName(file);
  if (!malformed) return [];
  const wrong = `tên tệp “${malformed}” không thành một địa chỉ đẹp`;
  return [finding(startOfFile(path), 'dat-ten', wrong, 'trước khi đăng, đổi tên như 2018-06-20-tieu-de-bai.md')];
}

/** The location in the file of a position in its body. */
type BodyLocator = (position: BodyPosition) => SourceLocation;

/** The files and links of a body, and findings for those that lead nowhere. */
function resolveReferences(
  source: Pick<ParsedItem<unknown>, 'file' | 'readText'>,
  references: Pick<InspectedBody, 'pictures' | 'links' | 'videos'>,
  locate: BodyLocator,
): Pick<Body, 'pictures' | 'attachments' | 'links' | 'webLinks'> & { readonly findings: readonly Finding[] } {
  const pictures = new Map<string, string>();
  const attachments = new Map<string, string>();
  const links: InternalLink[] = [];
  const webLinks: WebLink[] = [];
  const findings: Finding[] = [];
  const resolveFile = (name: string, kind: FileKind, location: SourceLocation) => {
    const { file } = source;
    const found = resolveSibling(file, name, kind) ?? resolveSibling(file, withoutSuffix(name), kind);
    if (found) {
      (kind === 'ảnh' ? pictures : attachments).set(name, found);
      findings.push(...letterCaseFindings(source, () => location, name, found));
    } else
      findings.push(
        finding(location, kind === 'ảnh' ? 'anh' : 'tep-dinh-kem', ...explainMissingFile(file, name, kind)),
      );
  };
  const resolveReference = (reference: BodyReference, kind: FileKind) => {
    const { href } = reference;
    const location = locate(reference);
    const problem = linkProblem(href);
    if (problem) findings.push(finding(location, problem.rule, problem.wrong, problem.remedy));
    else if (href.startsWith('/')) links.push({ href, ...location });
    else if (!/^(https?:|mailto:|tel:|#)/i.test(href)) resolveFile(href, kind, location);
    const domain = outgoingDomain(href);
    if (domain !== undefined) webLinks.push({ href, domain, line: location.line, column: location.column });
  };
  for (const picture of references.pictures) resolveFile(picture.href, 'ảnh', locate(picture));
  for (const link of references.links) resolveReference(link, 'tệp đính kèm');
  for (const video of references.videos) resolveReference(video, 'video');
  return {
    pictures: pictures.size > 0 ? pictures : emptyMap,
    attachments: attachments.size > 0 ? attachments : emptyMap,
    links,
    webLinks,
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

/** The problem of a link address that is malformed in itself, whatever pages and files exist. */
function linkProblem(href: string): Problem | undefined {
  const decoded = decodeAddress(href);
  const problem = (wrong: string, remedy: string): Problem => ({
    rule: 'lien-ket',
    wrong: `liên kết “${decoded}” ${wrong}`,
    remedy,
  });
  if (href === '') return problem('không có địa chỉ', 'viết địa chỉ trong ngoặc tròn');
  const complete = completeAddress(decoded);
  if (complete) return problem('viết thiếu hay sai phần đầu', `viết “${complete}”`);
  const [, fileName] = /^(?:[^:]*\/)?([^/:]+)\.md$/i.exec(decoded) ?? [];
  if (fileName)
    return problem('dẫn tới một tệp, không phải một trang', `viết “${articleAddress(fileSlug(`${fileName}.md`))}”`);
  if (/^[a-z0-9-]+(\/[a-z0-9-]+)*\/$/.test(href))
    return problem('thiếu dấu / ở đầu', `viết “/${decoded}”; nếu là của trang khác, chép cả địa chỉ từ https://`);
  if (!/^(?:[a-z]+:|[/#])/i.test(href) && /(?:\/|\.(?:aspx?|html?|jsp|php))$/i.test(href.split(/[?#]/, 1)[0] ?? ''))
    return problem('chỉ mở được ở trang mà nó được chép ra', 'chép cả địa chỉ của trang ấy, bắt đầu bằng https://');
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(https?|mailto|tel):./i.test(href))
    return problem('không mở được trên trang', 'dùng địa chỉ https://…');
  return undefined;
}
