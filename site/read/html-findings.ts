import type { MarkdownToken } from '#site/markdown/markdown.ts';
import { findDisallowedHtml } from '#site/markdown/sanitize-body.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';

/** Findings for HTML that is removed from bodies; `position` is where the HTML starts. */
export function htmlFindings(html: string, { line, column }: BodyPosition): BodyFinding[] {
  return findDisallowedHtml(html).map(({ line: lineOffset, column: columnOffset, description }) => ({
    line: line + lineOffset,
    column: lineOffset === 0 ? column + columnOffset : columnOffset + 1,
    rule: 'html',
    wrong: `${description} không được dùng trong bài`,
    remedy: 'xóa đi, viết bằng Markdown',
  }));
}

/** The findings, of which those for HTML are one for each block: a pasted table has a hundred of one cause. */
export function oneHtmlFindingPerBlock(
  findings: readonly BodyFinding[],
  tokens: readonly MarkdownToken[],
): BodyFinding[] {
  const html = findings.filter(({ rule }) => rule === 'html').sort((a, b) => a.line - b.line || a.column - b.column);
  if (html.length < 2) return [...findings];
  const blocks = blocksByLine(tokens);
  const byBlock = Map.groupBy(html, ({ line }) => blocks[line] ?? -line);
  const merged = [...byBlock.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    return { ...first, wrong: `${first.wrong}; đoạn này còn ${others.length} chỗ HTML như thế` };
  });
  return [...findings.filter(({ rule }) => rule !== 'html'), ...merged];
}

/** For each line, counted from 1, the first line of the innermost block that it lies in. */
function blocksByLine(tokens: readonly MarkdownToken[]): number[] {
  const blocks: number[] = [];
  for (const { map } of tokens)
    for (let line = map?.[0] ?? 0; line < (map?.[1] ?? 0); line++) blocks[line + 1] = (map?.[0] ?? 0) + 1;
  return blocks;
}
