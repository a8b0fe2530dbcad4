import type { Finding } from '#site/finding.ts';
import { SettingsError } from '#site/settings.ts';
import { interruptedCommand, unmergedFiles } from './interrupted-command.ts';
import { Repository } from './repository.ts';

/**
 * Findings of a content folder; those of conflict markers name `npm run send` where a git command was left unfinished,
 * since that takes the whole of it back, and with it what somebody put right by hand.
 */
export function explainConflicts(findings: readonly Finding[], contentDir: string): readonly Finding[] {
  if (!findings.some(({ rule }) => rule === 'xung-dot') || !isUnfinished(contentDir)) return findings;
  const remedy = 'ai đó bỏ dở một lệnh Git: chạy npm run send, máy hỏi và dọn giúp';
  return findings.map((found) => (found.rule === 'xung-dot' ? { ...found, remedy } : found));
}

function isUnfinished(contentDir: string): boolean {
  try {
    const repository = Repository.open(contentDir);
    return interruptedCommand(repository) !== undefined || unmergedFiles(repository).length > 0;
  } catch (error) {
    // A folder without git, or not in a repository, is checked all the same.
    if (error instanceof SettingsError) return false;
    throw error;
  }
}
