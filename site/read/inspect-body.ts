import type { Problem, RuleName } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';
import type { SourceRange } from '#site/markdown/inline-parts.ts';
import { type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';
import type { Repair, RepairContext } from '#site/repair/repair.ts';
import { repairBody } from '#site/repair/repair-body.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { anchorFindings } from './anchor-findings.ts';
import { type BodyFinding, type BodyPosition, positionAt } from './body-finding.ts';
import { footnoteDefinitions, footnoteFindings } from './footnote-findings.ts';
import { formulaFindings } from './formula-findings.ts';
import { htmlFindings, oneHtmlFindingPerBlock } from './html-findings.ts';
import { htmlTagChecker } from './html-tag-checker.ts';
import { type BodyReference, inspectInline } from './inspect-inline.ts';
import { listLevelFindings } from './list-level-findings.ts';
import { listNumberFindings } from './list-number-findings.ts';
import { pictureBlockFindings, videoReferences } from './picture-block-findings.ts';
import { quotationFindings } from './quotation-findings.ts';
import { type TextCoverage, textCoverage } from './text-coverage.ts';

/** What a body contains, found without rendering it. */
export interface InspectedBody {
  /** Plain text of the first paragraph. */
  readonly firstParagraph?: string;
  readonly pictures: readonly BodyReference[];
  readonly links: readonly BodyReference[];
  readonly videos: readonly BodyReference[];
  readonly hasGallery: boolean;
  readonly hasHtmlTable: boolean;
  readonly syllables: number;
  /** The edits that turn the written body into what was meant. */
  readonly repairs: readonly TextEdit[];
  readonly findings: readonly BodyFinding[];
  /** The body with everything but prose masked, character by character. */
  readonly prose: string;
}

/** markdown-it drops what is nested deeper than a hundred levels; no real article comes near. */
const maxNesting = 60;

/**
 * Reads a body without rendering it; positions and edits are those of the body as it was written. `onParsed` is given the
 * body as it was meant.
 */
export function inspectBody(
  text: string,
  context: RepairContext = {},
  onParsed: (body: ParsedBody) => void = () => {},
): InspectedBody {
  const { body, written, repairs, edits, toWritten } = repairBody(text, context);
  onParsed(body);
  const { pictures, links, findings } = inspectTokens(body);
  findings.push(...anchorFindings(links, body.tokens));
  findings.push(...pictureBlockFindings(body.tokens, body.lines, findings));
  const place = bodyLocator(body, written, toWritten);
  const coverage = textCoverage(body);
  return {
    pictures: pictures.map(place),
    links: links.map(place),
    videos: videoReferences(body.tokens, body.lines).map(place),
    hasGallery: body.tokens.some((token) => pictureBlockOf(token)?.name === 'gallery'),
    hasHtmlTable: body.tokens.some(({ type, content }) => type === 'html_block' && /<table\b/i.test(content)),
    syllables: syllableCount(body.text),
    repairs: edits.map(({ offset, length, text: repaired }) => ({ offset, length, text: repaired })),
    findings: [
      ...repairs.flatMap((made) => repairFinding(made, written)),
      ...findings.map(place),
      ...lostTextFindings(body, coverage).map(place),
    ],
    prose: edits.length === 0 ? coverage.prose : textCoverage(written).prose,
    ...firstParagraphOf(body),
  };
}

/** Moves a position in the repaired body, and the edits there, to where they were written. */
function bodyLocator(body: ParsedBody, written: ParsedBody, toWritten: (offset: number) => number) {
  return <Positioned extends BodyPosition>(positioned: Positioned): Positioned => {
    if (body === written) return positioned;
    const offset = (body.lineStarts[positioned.line - 1] ?? 0) + positioned.column - 1;
    return { ...positioned, ...positionAt(written, toWritten(offset)) };
  };
}

function repairFinding({ told, edits, fixable }: Repair, written: ParsedBody): BodyFinding[] {
  if (!told) return [];
  const { offset, ...problem } = told;
  return [{ ...problem, ...positionAt(written, offset), ...(fixable && { edits }) }];
}

/** The plain text of the first paragraph, which is the lead of an article without a description. */
function firstParagraphOf({ inlines }: ParsedBody): { firstParagraph?: string } {
  const first = inlines.find(({ token, parents }) => isParagraphOfText(token, parents));
  return first ? { firstParagraph: plainText(first.token) } : {};
}

function isParagraphOfText(inline: MarkdownToken, parents: readonly MarkdownToken[]): boolean {
  const inFootnote = parents.some(({ type }) => type === 'footnote_reference_open');
  return parents.at(-1)?.type === 'paragraph_open' && !inFootnote && plainText(inline) !== '';
}

function lostTextFindings(body: ParsedBody, { lost, unusedDefinitions }: TextCoverage): BodyFinding[] {
  const report = ({ start, end }: SourceRange, rule: RuleName, remedy: string): BodyFinding => {
    const wrong = `phần “${body.text.slice(start, end)}” không in ra`;
    return { ...positionAt(body, start), rule, wrong, remedy };
  };
  return [
    ...lost.map((range) => report(range, 'mat-chu', 'xóa đi, hoặc viết thành một dòng riêng')),
    ...unusedDefinitions.map((range) => report(range, 'markdown', 'viết địa chỉ ngay sau chữ: [chữ](địa-chỉ)')),
  ];
}

function inspectTokens(body: ParsedBody) {
  const { tokens, inlines, lines } = body;
  const pictures: BodyReference[] = [];
  const links: BodyReference[] = [];
  const findings: BodyFinding[] = [];
  for (const inline of inlines) {
    const inspected = inspectInline(body, inline);
    pictures.push(...inspected.pictures);
    links.push(...inspected.links);
    findings.push(...inspected.findings);
  }
  const tags = htmlTagChecker('body');
  for (const token of tokens) {
    const position = { line: (token.map?.[0] ?? 0) + 1, column: 1 };
    if (token.level > maxNesting) {
      findings.push({ ...position, ...tooDeep });
      break;
    }
    if (token.type === 'html_block') {
      findings.push(...htmlFindings(token.content, position), ...markdownInHtml(token, position));
      tags.check(token.content, position);
    } else if (token.type === 'code_block') findings.push({ ...position, ...indentedCode });
    else if (token.type === 'fence' && !isClosedFence(token, lines)) findings.push({ ...position, ...unclosedFence });
  }
  findings.push(...tags.findings(), ...listNumberFindings(body), ...footnoteFindings(footnoteDefinitions(body)));
  findings.push(...formulaFindings(body), ...listLevelFindings(body), ...quotationFindings(body));
  return { pictures, links, findings: oneHtmlFindingPerBlock(findings, tokens) };
}

const tooDeep: Problem = {
  rule: 'long-sau',
  wrong: 'chỗ này lồng nhau quá sâu',
  remedy: 'bớt các dấu > và - ở đầu dòng',
};
const indentedCode: Problem = {
  rule: 'thut-dong',
  wrong: 'đoạn thụt đầu dòng in ra như mã máy',
  remedy: 'bỏ các dấu cách ở đầu dòng; mã máy thì viết giữa hai dòng ```',
};
const unclosedFence: Problem = {
  rule: 'markdown',
  wrong: 'khối ``` mở ở đây mà không đóng, nên phần dưới in ra như mã máy',
  remedy: 'thêm một dòng ``` ở cuối phần mã, hoặc xóa dòng này',
};

function isClosedFence({ map, markup }: MarkdownToken, lines: readonly string[]): boolean {
  const [first = 0, end = 0] = map ?? [];
  const last = (lines[end - 1] ?? '').replace(/^[\s>]*/, '').trimEnd();
  return end - 1 > first && last.startsWith(markup) && last.replaceAll(markup.charAt(0), '') === '';
}

/** Markdown inside a block of HTML is printed as it is written. */
function markdownInHtml({ content }: MarkdownToken, position: BodyPosition): BodyFinding[] {
  const [mark] = /\*\*|\]\(/.exec(content.replace(/<[^<>]*>/g, '')) ?? [];
  if (!mark) return [];
  const wrong = `“${mark}” trong phần viết bằng thẻ HTML in ra như chữ thường`;
  return [{ ...position, rule: 'markdown', wrong, remedy: 'để một dòng trống sau thẻ mở và trước thẻ đóng' }];
}
