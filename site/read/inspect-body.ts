import type { Problem } from '#news/rule.ts';
import { type MarkdownToken, markdownParser, plainText, startsWithParagraph } from '#site/markdown/markdown.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { anchorFindings } from './anchor-findings.ts';
import type { BodyFinding } from './body-finding.ts';
import { type FootnoteDefinition, footnoteDefinitions, footnoteFindings } from './footnote-findings.ts';
import { htmlFindings } from './html-findings.ts';
import { htmlTagChecker } from './html-tag-checker.ts';
import { type BodyReference, inspectInline } from './inspect-inline.ts';
import { indentedCodeProblem, setextHeadingProblem } from './literal-markdown-findings.ts';
import { maskNonProse } from './mask-non-prose.ts';
import { pictureBlockFindings, videoReferences } from './picture-block-findings.ts';
import { removeSuppressions } from './suppression.ts';

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
  const { pictures, links, footnotes, findings } = inspectTokens(tokens, lines);
  findings.push(...footnoteFindings(env.footnotes ?? [], footnotes), ...anchorFindings(links, tokens));
  findings.push(...pictureBlockFindings(tokens, lines, findings));
  return {
    pictures,
    links,
    videos: videoReferences(tokens, lines),
    hasGallery: tokens.some((token) => pictureBlockOf(token)?.name === 'gallery'),
    hasHtmlTable: tokens.some(({ type, content }) => type === 'html_block' && /<table\b/i.test(content)),
    syllables: syllableCount(visibleBody),
    findings,
    prose: maskNonProse(body, tokens),
    ...(startsWithParagraph(tokens) && { firstParagraph: plainText(tokens[1]) }),
  };
}

function inspectTokens(tokens: readonly MarkdownToken[], lines: readonly string[]) {
  const pictures: BodyReference[] = [];
  const links: BodyReference[] = [];
  const footnotes = new Set<string>();
  const findings: BodyFinding[] = [];
  const tags = htmlTagChecker('body');
  let headingLevel = 1;
  for (const [index, token] of tokens.entries()) {
    const position = { line: (token.map?.[0] ?? 0) + 1, column: 1 };
    if (token.level > maxNesting) {
      findings.push({ ...position, ...tooDeep });
      break;
    }
    if (token.type === 'html_block') {
      findings.push(...htmlFindings(token.content, position));
      tags.check(token.content, position);
    } else if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      const text = plainText(tokens[index + 1]);
      const problem =
        headingProblem(level, headingLevel, lines[position.line - 1] ?? '', text) ?? setextHeadingProblem(token, text);
      if (problem) findings.push({ ...position, ...problem });
      headingLevel = level;
    } else if (token.type === 'code_block') findings.push({ ...position, ...indentedCodeProblem(token.content) });
    else if (token.type === 'inline') {
      const inline = inspectInline(token, lines);
      pictures.push(...inline.pictures);
      links.push(...inline.links);
      findings.push(...inline.findings);
      for (const label of inline.footnotes) footnotes.add(label);
    }
  }
  findings.push(...tags.findings());
  return { pictures, links, footnotes, findings };
}

const tooDeep: Problem = {
  rule: 'long-sau',
  wrong: 'chỗ này lồng nhau quá sâu',
  remedy: 'bớt các dấu > và - ở đầu dòng',
};

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
