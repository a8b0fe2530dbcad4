import type { Repository, SharedBranch } from './repository.ts';

/** More commits than a machine has that were never sent. */
const maxUnsent = 10_000;

/** The record of it, for a git that keeps no reflog. */
const record = 'refs/worktree/send/followed';

/**
 * The newest shared version that a commit contains, as this machine remembers it: where git's copy of the shared branch
 * was, or what was cloned. If the shared branch does not contain it any more, somebody replaced its history.
 */
export function rememberFollowed(repository: Repository, { ref }: SharedBranch, head: string): string | undefined {
  const remembered = new Set([
    ...lines(repository, ['rev-parse', '--quiet', '--verify', record]),
    ...lines(repository, ['rev-parse', '--quiet', '--verify', ref]),
    ...lines(repository, ['reflog', 'show', '--format=%H', ref]),
    ...lines(repository, ['reflog', 'show', '--format=%H %gs', 'HEAD'])
      .filter((line) => line.includes(' clone: from '))
      .map((line) => line.slice(0, line.indexOf(' '))),
  ]);
  const newestFirst = ['rev-list', '--topo-order', `--max-count=${maxUnsent}`, head];
  const followed = lines(repository, newestFirst).find((commit) => remembered.has(commit));
  if (followed !== undefined) repository.git(['update-ref', record, followed]);
  return followed;
}

function lines(repository: Repository, args: readonly string[]): string[] {
  const { status, stdout } = repository.attempt(args);
  return status === 0 ? stdout.toString('utf8').split('\n').filter(Boolean) : [];
}
