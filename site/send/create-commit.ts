import type { Repository } from './repository.ts';

/** Makes a commit of a tree, signed if git is set to sign; moves no branch. */
export function createCommit(
  repository: Repository,
  tree: string,
  parents: readonly string[],
  message: string,
): string {
  const signs = repository.attempt(['config', '--type=bool', '--get', 'commit.gpgsign']).stdout.toString().trim();
  return repository.git(
    [
      'commit-tree',
      ...(signs === 'true' ? ['-S'] : []),
      ...parents.flatMap((parent) => ['-p', parent]),
      '-F',
      '-',
      tree,
    ],
    { input: message },
  );
}
