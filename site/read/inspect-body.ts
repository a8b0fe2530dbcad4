import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Problem } from '#news/rule.ts';
import { type MarkdownToken, markdownParser, plainText, startsWithParagraph } from '#site/markdown/markdown.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';
import { findDisallowedHtml } from '#site/markdown/sanitize-body.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { anchorFindings } from './anchor-findings.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';
import { type FootnoteDefinition, footnoteDefinitions, footnoteFindings } from './footnote-findings.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { inlineLocator } from './inline-locator.ts';
import { indentedCodeProblem, literalMarkdownFindings, setextHeadingProblem } from './literal-markdown-findings.ts';
import { maskNonProse } from './mask-non-prose.ts';
import { pictureBlockFindings, videoAddresses } from './picture-block-findings.ts';
import { removeSuppressions } from './suppression.ts';
import { tagChecker } from './tag-checker.ts';

/** A file or address that a body references, and its position. */
export interface BodyReference extends BodyPosition {
  readonly href: string;
}

/** What a body contains, found without rendering it. */
export interface InspectedBody {
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly pictures: readonly BodyReference[];
  readonly links: readonly BodyReference[];
  readonly videos: readonly BodyReference[];
  readonly hasGallery: boolean;
  readonly hasHtmlTable: boolean;
  readonly syllables: number;
  readonly findings: readonly BodyFinding[];
  /** The body with everything but prose masked, character by character. */
  readonly prose: string;
}

/** The environment of one parse: the footnote definitions, before the parser moves them to the end. */
interface ParserEnvironment extends Record<PropertyKey, unknown> {
  footnotes?: FootnoteDefinition[];
}

const markdown = markdownParser();
markdown.core.ruler.before('footnote_tail', 'footnote_definitions', ({ env, tokens, src }) => {
  (env as ParserEnvironment).footnotes = footnoteDefinitions(tokens, src.split('\n'));
});
/** markdown-it drops what is nested deeper than a hundred levels; no real article comes near. */
const maxNesting = 60;

/** Reads a body without rendering it. */
export function inspectBody(body: string): InspectedBody {
  const env: ParserEnvironment = {};
  const visibleBody = removeSuppressions(body);
  const tokens = markdown.parse(visibleBody, env);
  const lines = body.split('\n');
  const pictures: BodyReference[] = [];
  const links: BodyReference[] = [];
  const findings: BodyFinding[] = [];
  const footnoteReferences = new Set<string>();
  const bodyTags = tagChecker('body');
  let headingLevel = 1;

  for (const [index, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.level > maxNesting) {
      findings.push({
        line,
        column: 1,
        rule: 'long-sau',
        wrong: 'chỗ này lồng nhau quá sâu',
        remedy: 'bớt các dấu > và - ở đầu dòng',
      });
      break;
    }
    if (token.type === 'html_block') {
      findings.push(...htmlFindings(token.content, { line, column: 1 }));
      bodyTags.check(token.content, { line, column: 1 });
    }
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      const text = plainText(tokens[index + 1]);
      const problem =
        headingProblem(level, headingLevel, lines[line - 1] ?? '', text) ?? setextHeadingProblem(token, text);
      if (problem) findings.push({ line, column: 1, ...problem });
      headingLevel = level;
    }
    if (token.type === 'code_block') findings.push({ line, column: 1, ...indentedCodeProblem(token.content) });
    if (token.type !== 'inline' || !token.children) continue;
    const find = inlineLocator(lines, token.map?.[0] ?? 0, token.map?.[1] ?? lines.length);
    const paragraphTags = tagChecker('paragraph');
    for (const child of token.children) {
      if (child.type === 'html_inline') {
        const position = find(child.content);
        findings.push(...htmlFindings(child.content, position));
        paragraphTags.check(child.content, position);
      }
      if (
        indexOfUnprintable(child.content) !== undefined ||
        indexOfUnprintable(String(child.attrGet('title') ?? '')) !== undefined
      )
        findings.push({
          line,
          column: 1,
          rule: 'ky-tu-la',
          wrong: 'đoạn này chứa một ký tự điều khiển không in ra được',
          remedy: 'xóa phần viết bằng &#…;',
        });
      if (child.type === 'link_open') {
        const start = find(child.markup === 'autolink' ? '<' : '[');
        links.push({
          href: String(child.attrGet('href')),
          ...(child.markup === 'autolink' ? start : find.target(String(child.attrGet('href')))),
        });
      }
      if (child.type === 'footnote_ref') footnoteReferences.add(String(child.meta?.['label']));
      if (child.type === 'image') {
        const position = find('![');
        const problem = altProblem(child);
        if (problem) findings.push({ ...position, ...problem });
        pictures.push({ href: String(child.attrGet('src')), ...find.target(String(child.attrGet('src'))) });
      }
      if (child.type === 'text' && /\]\((javascript|vbscript|data|file):/i.test(child.content))
        findings.push({
          ...find(']('),
          rule: 'lien-ket',
          wrong: 'liên kết dạng này không được dùng',
          remedy: 'dùng địa chỉ https://…',
        });
      else if (child.type === 'text')
        findings.push(...literalMarkdownFindings(child, token, find).filter((found) => !isEscaped(lines, found)));
    }
    findings.push(...paragraphTags.findings());
  }

  findings.push(
    ...bodyTags.findings(),
    ...footnoteFindings(env.footnotes ?? [], footnoteReferences),
    ...anchorFindings(links, tokens),
  );
  findings.push(...pictureBlockFindings(tokens, lines, findings));
  return {
    pictures,
    links,
    videos: videoAddresses(tokens, lines),
    hasGallery: tokens.some((token) => pictureBlockOf(token)?.name === 'gallery'),
    hasHtmlTable: tokens.some(({ type, content }) => type === 'html_block' && /<table\b/i.test(content)),
    syllables: syllableCount(visibleBody),
    findings,
    prose: maskNonProse(body, tokens),
    ...(startsWithParagraph(tokens) && { firstParagraph: plainText(tokens[1]) }),
  };
}

function headingProblem(level: number, previous: number, line: string, text: string): Problem | undefined {
  if (text === '') return { rule: 'de-muc', wrong: 'đề mục trống', remedy: 'xóa dòng này' };
  const underlined = !line.trimStart().startsWith('#');
  if (level === 1)
    return {
      rule: 'de-muc',
      wrong: `đề mục cấp 1 (${underlined ? 'dòng === ở dưới' : '#'}) là của tiêu đề bài`,
      remedy: `viết cả dòng “## ${text}”${underlined ? ' và xóa dòng ===' : ''}`,
    };
  if (level > previous + 1)
    return {
      rule: 'de-muc',
      wrong: `đề mục cấp ${level} đứng ngay dưới cấp ${previous}`,
      remedy: `viết cả dòng “${'#'.repeat(previous + 1)} ${text}”`,
    };
  return undefined;
}

function isEscaped(lines: readonly string[], { line, column }: BodyPosition): boolean {
  return lines[line - 1]?.[column - 2] === '\\';
}

function altProblem(picture: MarkdownToken): Problem | undefined {
  const src = String(picture.attrGet('src'));
  const caption = picture.attrGet('title');
  const wrong = altTextProblem(plainText(picture), src.split('/').at(-1) ?? src, caption ? String(caption) : undefined);
  if (!wrong) return undefined;
  return {
    rule: 'mo-ta-anh',
    wrong: `ảnh “${src}” ${wrong}`,
    remedy: 'viết trong ngoặc vuông điều người xem thấy trong ảnh',
  };
}

function htmlFindings(html: string, { line, column }: BodyPosition): BodyFinding[] {
  return findDisallowedHtml(html).map(({ line: lineOffset, column: columnOffset, description }) => ({
    line: line + lineOffset,
    column: lineOffset === 0 ? column + columnOffset : columnOffset + 1,
    rule: 'html',
    wrong: `${description} không được dùng trong bài`,
    remedy: 'xóa đi, viết bằng Markdown',
  }));
}
