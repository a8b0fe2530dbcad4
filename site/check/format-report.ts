import { type Finding, findingMessage, formatFinding } from '#site/finding.ts';

/** The output format: for people, for programs, or for a CI host that shows findings at the changed line. */
export type ReportFormat = 'lines' | 'json' | 'github';

/** Errors first, then those in drafts, then warnings, one line each; as JSON, one array. */
export function formatReport(findings: readonly Finding[], form: ReportFormat): string {
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  const ordered = [
    ...errors.filter(({ inDraft }) => !inDraft),
    ...errors.filter(({ inDraft }) => inDraft),
    ...warnings,
  ];
  if (form === 'json')
    return `${JSON.stringify(
      ordered.map(({ edits, wrong, remedy, ...reported }) => ({
        ...reported,
        message: findingMessage({ ...reported, wrong, remedy }),
      })),
      null,
      2,
    )}\n`;
  return ordered
    .map((finding) => `${form === 'github' ? workflowCommand(finding) : formatFinding(finding)}\n`)
    .join('');
}

/** A workflow command of GitHub Actions; Gitea and Forgejo accept the same. */
function workflowCommand(found: Finding): string {
  const { rule, path, line, column, inDraft } = found;
  // GitHub marks a commit with errors as failed in its overview.
  const level = inDraft ? 'warning' : found.level;
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(findingMessage(found))}`;
}
