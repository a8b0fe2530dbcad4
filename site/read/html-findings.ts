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
