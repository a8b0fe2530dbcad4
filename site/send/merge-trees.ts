import { unnamed } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** Two versions of all files, and the one from which both were made. */
export interface Versions {
  /** A commit. */
  readonly base: string;
  /** A tree or a commit, as the next. */
  readonly mine: string;
  readonly theirs: string;
}

/** The files of two versions in one tree. */
export interface MergedTree {
  readonly tree: string;
  /** The paths that git could not merge; in the tree they hold conflict markers and must be replaced. */
  readonly conflicts: ReadonlySet<string>;
}

/** Merges two versions as `git merge` does, without touching any file. Throws a GitError. */
export function mergeTrees(repository: Repository, { base, mine, theirs }: Versions): MergedTree {
  const commitOn = (tree: string) =>
    repository.git(['commit-tree', '--no-gpg-sign', '-p', base, '-m', '-', `${tree}^{tree}`], { environment: unnamed });
  const { status, stdout, stderr } = repository.attempt([
    // Otherwise a new file would follow a folder that the other side renamed.
    ...['-c', 'merge.directoryRenames=false'],
    ...['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z'],
    ...[commitOn(mine), commitOn(theirs)],
  ]);
  if (status !== 0 && status !== 1) repository.fail(stderr);
  const [tree = '', ...conflicts] = stdout.toString('utf8').split('\0').filter(Boolean);
  return { tree, conflicts: new Set(conflicts) };
}
