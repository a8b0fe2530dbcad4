import type { Repository } from './repository.ts';

/** A commit that was sent, and the shared version before it. */
export interface SentCommit {
  readonly commit: string;
  readonly before: string;
}

type Slot = 'pending' | 'last';

/** Remembers what is being sent, or was sent last, in refs of git that nobody else gets. */
export function recordSent(repository: Repository, slot: Slot, { commit, before }: SentCommit): void {
  repository.git(['update-ref', `refs/send/${slot}`, commit]);
  repository.git(['update-ref', `refs/send/${slot}-before`, before]);
}

/** What was recorded; undefined if nothing was. */
export function recordedSent(repository: Repository, slot: Slot): SentCommit | undefined {
  const [commit, before] = [`refs/send/${slot}`, `refs/send/${slot}-before`].map((ref) => repository.commit(ref));
  return commit && before ? { commit, before } : undefined;
}

export function forgetSent(repository: Repository, slot: Slot): void {
  for (const ref of [`refs/send/${slot}`, `refs/send/${slot}-before`]) repository.git(['update-ref', '-d', ref]);
}

/** Whether a commit whose sending broke off has arrived; then it becomes the one that was sent last. */
export function settlePending(repository: Repository, shared: string | undefined): boolean {
  const pending = recordedSent(repository, 'pending');
  if (!pending) return false;
  forgetSent(repository, 'pending');
  if (!shared || !repository.isAncestor(pending.commit, shared)) return false;
  recordSent(repository, 'last', pending);
  return true;
}
