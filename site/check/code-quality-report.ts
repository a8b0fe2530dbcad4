import { isAbsolute, relative, resolve } from 'node:path';
import { dataHash } from '#site/cache/data-hash.ts';
import { compareByLocation, type Finding, findingMessage } from '#site/finding.ts';

/**
 * The findings as a Code Quality report of GitLab, a JSON array, with paths relative to the root of the repository.
 * Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codeQualityReport(findings: readonly Finding[], root: string): string {
  const counts = new Map<string, number>();
  const entries = findings.toSorted(compareByLocation).map((found) => {
    const path = pathInRepository(found.path, root);
    const severity = codeQualitySeverity(found);
    // No place in the file is part of it, or every line above a finding would make it a new one.
    const kind = dataHash([path, found.rule, severity, found.wrong.replace(/dòng \d+/g, 'dòng')]);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return {
      description: findingMessage(found),
      check_name: found.rule,
      // GitLab keeps one finding of those with the same fingerprint.
      fingerprint: dataHash([kind, count]),
      severity,
      location: { path, lines: { begin: found.line } },
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** A file outside the repository keeps its absolute path. */
function pathInRepository(path: string, root: string): string {
  const inside = relative(root, resolve(path));
  return (inside.startsWith('..') || isAbsolute(inside) ? path : inside).replaceAll('\\', '/');
}

function codeQualitySeverity({ level, inDraft }: Finding): 'blocker' | 'major' | 'minor' {
  if (level === 'warning') return 'minor';
  return inDraft ? 'major' : 'blocker';
}
