import type { Repository } from './repository.ts';

/** A commit that was sent, and the shared version before it. */
export interface SentCommit {
  readonly commit: string;
  readonly before: string;
}

/**
 * "pending": a commit is being sent, and an answer may be lost; "last": it has arrived, and can be taken back; "undoing":
 * the commit that takes it back is being sent, or has arrived and the files of this machine do not follow it yet.
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
  if (!recordedSent(repository, slot)) return;
  const input = `delete ${folder}/${slot}\ndelete ${folder}/${slot}-before\n`;
  repository.git(['update-ref', '--stdin'], { input });
}

/** What had arrived although its process or connection broke off. */
interface Arrived {
  readonly kind: 'pending' | 'undoing';
  readonly commit: string;
}

/** Settles what was being sent when a process or a connection broke off, by the shared version as it is now. */
export function settleSent(repository: Repository, shared: string | undefined): Arrived | undefined {
  const [pending, undoing] = [recordedSent(repository, 'pending'), recordedSent(repository, 'undoing')];
  const hasArrived = (sent: SentCommit | undefined): sent is SentCommit =>
    sent !== undefined && shared !== undefined && repository.isAncestor(sent.commit, shared);
  forgetSent(repository, 'pending');
  if (hasArrived(undoing)) {
    forgetSent(repository, 'last');
    return { kind: 'undoing', commit: undoing.commit };
  }
  forgetSent(repository, 'undoing');
  if (!hasArrived(pending)) return undefined;
  recordSent(repository, 'last', pending);
  return { kind: 'pending', commit: pending.commit };
}
