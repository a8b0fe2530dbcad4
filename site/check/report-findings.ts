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
    process.stdout.write(formatReport(ofLevel, format));
  }
}
