import type { Repository } from './repository.ts';

/** A commit that was sent, and the shared version before it. */
export interface SentCommit {
  readonly commit: string;
  readonly before: string;
}

/**
 * "pending": a commit is being sent, and an answer may be lost; "last": it has arrived, and can be taken back; "undoing":
 * the commit that takes it back is being sent.
 */
type Slot = 'pending' | 'last' | 'undoing';

/** Refs of git that nobody else gets; a linked worktree has its own. */
const folder = 'refs/worktree/send';

/** Records a commit, at once with the shared version before it: a process that is killed leaves both or none. */
export function recordSent(repository: Repository, slot: Slot, { commit, before }: SentCommit): void {
  const input = `update ${folder}/${slot} ${commit}\nupdate ${folder}/${slot}-before ${before}\n`;
  repository.git(['update-ref', '--stdin'], { input });
}

/** What was recorded; undefined if nothing was. */
export function recordedSent(repository: Repository, slot: Slot): SentCommit | undefined {
  const [commit, before] = [`${folder}/${slot}`, `${folder}/${slot}-before`].map((ref) => repository.commit(ref));
  return commit && before ? { commit, before } : undefined;
}

export function forgetSent(repository: Repository, slot: Slot): void {
  const input = `delete ${folder}/${slot}\ndelete ${folder}/${slot}-before\n`;
  repository.git(['update-ref', '--stdin'], { input });
}

/**
 * Settles what was being sent when a process or a connection broke off, by the shared version as it is now. Returns a
 * sentence about what had arrived.
 */
export function settleSent(repository: Repository, shared: string | undefined): string | undefined {
  const [pending, undoing] = [recordedSent(repository, 'pending'), recordedSent(repository, 'undoing')];
  const hasArrived = (sent: SentCommit | undefined) =>
    sent !== undefined && shared !== undefined && repository.isAncestor(sent.commit, shared);
  if (pending) forgetSent(repository, 'pending');
  if (undoing) forgetSent(repository, 'undoing');
  if (pending && hasArrived(pending)) recordSent(repository, 'last', pending);
  if (hasArrived(undoing)) forgetSent(repository, 'last');
  if (hasArrived(undoing)) return 'Lần lấy lại trước bị đứt giữa chừng, nhưng đã xong.';
  return hasArrived(pending) ? 'Lần gửi trước bị đứt giữa chừng, nhưng đã tới nơi.' : undefined;
}
