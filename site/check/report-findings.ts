import type { Finding } from '#site/finding.ts';
import { formatReport, type ReportFormat } from './format-report.ts';

/** The format for GitHub Actions, which shows findings at the changed lines, or for a terminal. */
function defaultFormat(): ReportFormat {
  return process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'lines';
}

/** Prints only findings to standard output, one line each; headlines go to standard error. */
export function reportFindings(findings: readonly Finding[], format: ReportFormat = defaultFormat()): void {
  if (format === 'json') {
    process.stdout.write(formatReport(findings, format));
    return;
  }
  const errors = findings.filter(({ level }) => level === 'error');
  for (const [headline, group] of [
    ['Lỗi, phải sửa mới đăng được', errors.filter(({ inDraft }) => !inDraft)],
    ['Lỗi trong bản nháp, phải sửa trước khi đăng', errors.filter(({ inDraft }) => inDraft)],
    ['Lưu ý, nên xem lại', findings.filter(({ level }) => level === 'warning')],
  ] as const) {
    if (group.length === 0) continue;
    process.stderr.write(`${headline} (${group.length}):\n`);
    process.stdout.write(formatReport(format === 'lines' ? group.filter(isShown(group)) : group, format));
    if (format === 'lines') process.stderr.write(omittedLines(group));
  }
}

/** A rule that speaks more often is shown by its first findings: whoever reads the rest reads nothing. */
const [maxOfRule, shownOfRule] = [50, 10];

function isShown(findings: readonly Finding[]): (finding: Finding) => boolean {
  const counts = Map.groupBy(findings, ({ rule }) => rule);
  return (finding) => {
    const ofRule = counts.get(finding.rule) ?? [];
    return ofRule.length <= maxOfRule || ofRule.slice(0, shownOfRule).includes(finding);
  };
}

function omittedLines(findings: readonly Finding[]): string {
  return [...Map.groupBy(findings, ({ rule }) => rule)]
    .filter(([, ofRule]) => ofRule.length > maxOfRule)
    .map(([rule, ofRule]) => {
      const files = new Set(ofRule.map(({ path }) => path)).size;
      return `… và ${ofRule.length - shownOfRule} chỗ nữa cũng thế [${rule}], ở ${files} tệp; xem hết: npm run check -- --json\n`;
    })
    .join('');
}
