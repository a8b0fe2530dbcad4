import { existsSync } from 'node:fs';
import type { Repository } from './repository.ts';

/** A git command that stopped in the middle, and how it is taken back. */
export interface InterruptedCommand {
  /** The file or folder of git's own that is there until it has ended. */
  readonly file: string;
  readonly name: string;
  readonly abort: readonly string[];
}

const interruptible: readonly InterruptedCommand[] = [
  { file: 'MERGE_HEAD', name: 'merge', abort: ['merge', '--abort'] },
  { file: 'rebase-merge', name: 'rebase', abort: ['rebase', '--abort'] },
  { file: 'rebase-apply/applying', name: 'am', abort: ['am', '--abort'] },
  { file: 'rebase-apply', name: 'rebase', abort: ['rebase', '--abort'] },
  { file: 'CHERRY_PICK_HEAD', name: 'cherry-pick', abort: ['cherry-pick', '--abort'] },
  { file: 'REVERT_HEAD', name: 'revert', abort: ['revert', '--abort'] },
  { file: 'BISECT_LOG', name: 'bisect', abort: ['bisect', 'reset'] },
];

/** The git command that stopped in the middle of a repository; undefined if none did. */
export function interruptedCommand(repository: Repository): InterruptedCommand | undefined {
  return interruptible.find(({ file }) => existsSync(repository.gitFile(file)));
}

/** The files of which git has two versions that were not merged, relative to the root. */
export function unmergedFiles(repository: Repository): string[] {
  return repository.list(['diff', '--name-only', '--diff-filter=U', '-z', '--no-ext-diff']);
}
