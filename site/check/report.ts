import { type Finding, findingLine } from '#site/finding.ts';

/** How findings are told: to people, to programs, or to a CI host that shows them beside the changed line. */
export type ReportForm = 'lines' | 'json' | 'github';

/** Errors first, then warnings, one line each; as JSON, one array. */
export function report(findings: readonly Finding[], form: ReportForm): string {
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  const ordered = [...errors, ...warnings];
  if (form === 'json')
    return `${JSON.stringify(
      ordered.map(({ edit, ...told }) => told),
      null,
      2,
    )}\n`;
  return ordered.map((finding) => `${form === 'github' ? annotation(finding) : findingLine(finding)}\n`).join('');
}

/** A workflow command of GitHub Actions; Gitea and Forgejo read the same. */
function annotation({ level, rule, path, line, column, message }: Finding): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
}
