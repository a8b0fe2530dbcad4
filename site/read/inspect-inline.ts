import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Problem } from '#news/rule.ts';
import { type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';
import { htmlFindings } from './html-findings.ts';
import { htmlTagChecker } from './html-tag-checker.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { type InlineLocator, inlineLocator } from './inline-locator.ts';
import { literalMarkdownFindings } from './literal-markdown-findings.ts';

/** A file or address that a body references, and its position. */
export interface BodyReference extends BodyPosition {
  readonly href: string;
}

/** What was found in inline Markdown: a paragraph, a heading, a cell of a table. */
interface InspectedInline {
  readonly pictures: BodyReference[];
  readonly links: BodyReference[];
  /** The labels of the footnotes that it references. */
  readonly footnotes: string[];
  readonly findings: BodyFinding[];
}

/** Where a token is: its paragraph, and the means to locate and check it. */
interface InlineContext {
  readonly paragraph: MarkdownToken;
  readonly lines: readonly string[];
  readonly find: InlineLocator;
  readonly tags: ReturnType<typeof htmlTagChecker>;
}

type TokenInspector = (token: MarkdownToken, context: InlineContext, found: InspectedInline) => void;

const inspectors: Readonly<Record<string, TokenInspector>> = {
  html_inline({ content }, { find, tags }, { findings }) {
    const position = find(content);
    findings.push(...htmlFindings(content, position));
    tags.check(content, position);
  },
  link_open(token, { find }, { links }) {
    const isAutolink = token.markup === 'autolink';
    const href = String(token.attrGet('href'));
    const start = find(isAutolink ? '<' : '[');
    links.push({ href, ...(isAutolink ? start : find.target(href)) });
  },
  footnote_ref({ meta }, _, { footnotes }) {
    footnotes.push(String(meta?.['label']));
  },
  image(token, { find }, { pictures, findings }) {
    const position = find('![');
    const problem = altProblem(token);
    if (problem) findings.push({ ...position, ...problem });
    const href = String(token.attrGet('src'));
    pictures.push({ href, ...find.target(href) });
  },
  text(token, { paragraph, lines, find }, { findings }) {
    if (/\]\((javascript|vbscript|data|file):/i.test(token.content))
      findings.push({
        ...find(']('),
        rule: 'lien-ket',
        wrong: 'liên kết dạng này không được dùng',
        remedy: 'dùng địa chỉ https://…',
      });
    else findings.push(...literalMarkdownFindings(token, paragraph, find).filter((found) => !isEscaped(lines, found)));
  },
};

/** Inspects the tokens inside an inline token of a body. */
export function inspectInline(paragraph: MarkdownToken, lines: readonly string[]): InspectedInline {
  const found: InspectedInline = { pictures: [], links: [], footnotes: [], findings: [] };
  const [first, end] = paragraph.map ?? [0, lines.length];
  const tags = htmlTagChecker('paragraph');
  const context: InlineContext = { paragraph, lines, find: inlineLocator(lines, first, end), tags };
  for (const token of paragraph.children ?? []) {
    if (hasUnprintable(token))
      found.findings.push({
        line: first + 1,
        column: 1,
        rule: 'ky-tu-la',
        wrong: 'đoạn này chứa một ký tự điều khiển không in ra được',
        remedy: 'xóa phần viết bằng &#…;',
      });
    inspectors[token.type]?.(token, context, found);
  }
  found.findings.push(...tags.findings());
  return found;
}

function hasUnprintable(token: MarkdownToken): boolean {
  return [token.content, String(token.attrGet('title') ?? '')].some((text) => indexOfUnprintable(text) !== undefined);
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
