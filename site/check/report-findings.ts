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
  for (const [level, headline] of [
    ['error', 'Lỗi, phải sửa mới đăng được'],
    ['warning', 'Lưu ý, nên xem lại'],
  ] as const) {
    const ofLevel = findings.filter((finding) => finding.level === level);
    if (ofLevel.length === 0) continue;
    process.stderr.write(`${headline} (${ofLevel.length}):\n`);
    process.stdout.write(formatReport(format === 'lines' ? ofLevel.filter(isShown(ofLevel)) : ofLevel, format));
    if (format === 'lines') process.stderr.write(omittedLines(ofLevel));
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
