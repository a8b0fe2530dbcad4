import type { Finding } from '#site/finding.ts';
import { type ReportForm, report } from './report.ts';

/** The form that suits who reads: a CI host that shows findings beside the changed lines, or people. */
function suitingForm(): ReportForm {
  return process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'lines';
}

/** Prints findings, one line each, to standard output and nothing else; a headline for people goes to standard error. */
export function reportFindings(findings: readonly Finding[], form: ReportForm = suitingForm()): void {
  if (form === 'json') {
    process.stdout.write(report(findings, form));
    return;
  }
  for (const [level, headline] of [
    ['error', 'Lỗi, phải sửa mới đăng được'],
    ['warning', 'Lưu ý, nên xem lại'],
  ] as const) {
    const told = findings.filter((finding) => finding.level === level);
    if (told.length === 0) continue;
    process.stderr.write(`${headline} (${told.length}):\n`);
    process.stdout.write(report(told, form));
  }
}
