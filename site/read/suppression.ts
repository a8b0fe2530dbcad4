import { isRuleName, type RuleName, rules } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { suppressionKeyword } from '#site/suppression-comment.ts';
import { nearest } from '#vietnamese/nearest.ts';

/** An editor's comment that turns rules off: `# cho phép: am-tiet`, or `<!-- cho phép: am-tiet -->` in a body. */
export interface Suppression extends SourceLocation {
  readonly rules: readonly string[];
  /**
   * The first and last line it covers: its own, or up to the end of the paragraph below if nothing else is on its line;
   * undefined for the whole file ("cho phép cả tệp").
   */
  readonly lines?: readonly [first: number, last: number];
}

const suppressionPattern = new RegExp(String.raw`(?:#|<!--)${suppressionKeyword}([^\n]*?)\s*(?:-->|$)`, 'iu');

/** All suppressions in a file's text. */
export function findSuppressions(path: string, text: string): Suppression[] {
  if (!/cho\s+ph/i.test(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const found = suppressionPattern.exec(line);
    if (!found) return [];
    const [comment, coversFile, names = ''] = found;
    const isAloneOnLine = line.replace(comment, '').trim() === '';
    return {
      path,
      line: index + 1,
      column: found.index + 1,
      rules: names.split(/[\s,]+/).filter(Boolean),
      ...(!coversFile && { lines: [index + 1, isAloneOnLine ? endOfParagraph(lines, index + 1) : index + 1] }),
    };
  });
}

/** The 1-based last line of the paragraph that begins at a 0-based line. */
function endOfParagraph(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, index) => index > from && line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

/**
 * The findings that no suppression covers, and findings about the suppressions themselves: those that name no
 * suppressible rule and, of rules that have run, those that cover nothing.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  hasRun: (rule: RuleName) => boolean,
): Finding[] {
  const remaining = new Set(findings);
  // In a file with an error, not every rule has run.
  const pathsWithErrors = new Set(findings.filter(({ level }) => level === 'error').map(({ path }) => path));
  const ownFindings: Finding[] = [];
  for (const suppression of suppressions) {
    for (const rule of suppression.rules) {
      if (!isRuleName(rule) || !rules[rule].suppressible) {
        ownFindings.push(finding(suppression, 'cho-phep', ...explainInvalidName(rule)));
        continue;
      }
      const suppressed = [...remaining].filter(
        (candidate) =>
          candidate.path === suppression.path &&
          candidate.rule === rule &&
          (!suppression.lines || (suppression.lines[0] <= candidate.line && candidate.line <= suppression.lines[1])),
      );
      for (const covered of suppressed) remaining.delete(covered);
      if (suppressed.length === 0 && hasRun(rule) && !pathsWithErrors.has(suppression.path))
        ownFindings.push(finding(suppression, 'cho-phep-thua', `ở đây không có gì phạm “${rule}”`, 'xóa ghi chú này'));
    }
  }
  return [...remaining, ...ownFindings];
}

function explainInvalidName(name: string): [wrong: string, remedy: string] {
  if (isRuleName(name)) return [`quy tắc “${name}” không bỏ qua được`, 'xóa ghi chú này rồi sửa chỗ sai'];
  const near = nearest(name, Object.keys(rules));
  return [`không có quy tắc nào tên “${name}”`, near ? `có phải là “${near}”?` : 'xóa ghi chú này'];
}
