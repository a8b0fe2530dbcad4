import type { Finding } from '#site/finding.ts';

/** What happens to an article: it passes without a word, is repaired, passes with notes, or is refused. */
export type Verdict = 'silent' | 'repaired' | 'told' | 'refused';

/** The verdict that the findings of one article amount to; a warning with an edit is a repair. */
export function verdictOf(findings: readonly Pick<Finding, 'level' | 'edits'>[]): Verdict {
  if (findings.some(({ level }) => level === 'error')) return 'refused';
  if (findings.some(({ edits }) => !edits)) return 'told';
  return findings.length > 0 ? 'repaired' : 'silent';
}
