import { isoDay } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { commitMessage } from './commit-message.ts';
import type { ContentChange } from './content-change.ts';
import { changedFiles, entryAt, treeOf } from './content-tree.ts';
import { confirm } from './dialog.ts';
import type { Repository, SharedBranch } from './repository.ts';
import { runRemote } from './run-remote.ts';
import type { SendContext } from './send-context.ts';
import { runSignedIn } from './sign-in.ts';

/** Where git keeps the name of the branch that waits for a review, and the last two commits that were sent there. */
const [setting, sentRef, sentBeforeRef] = [
  'send.proposal',
  'refs/worktree/send/proposal',
  'refs/worktree/send/proposal-before',
] as const;

/** A commit that the shared branch does not take without a review. */
interface Proposal {
  readonly commit: string;
  readonly shared: string | undefined;
  readonly changes: readonly ContentChange[];
}

/**
 * Sends a commit to a branch of its own, which somebody reviews and merges; the same branch as before while that one
 * waits as it was sent. The changes of this machine stay uncommitted, until they come back with the shared version.
 */
export async function propose(
  { repository, dialog, settings }: SendContext,
  branch: SharedBranch,
  { commit, shared, changes }: Proposal,
): Promise<void> {
  dialog.say('Kho chung không nhận gửi thẳng: phải có người duyệt trước.');
  if (!(await confirm(dialog, 'Gửi để chờ duyệt?'))) {
    dialog.say('Chưa gửi. Mọi thứ vẫn ở trên máy này.');
    return;
  }
  const waiting = waitingProposal(repository, branch, shared);
  if (waiting?.isChanged)
    dialog.say(`Người duyệt đã sửa thêm ở nhánh “${waiting.name}”, nên lần này gửi sang một nhánh khác.`);
  const isUpdate = waiting !== undefined && !waiting.isChanged;
  const title = slug(commitMessage(changes).split('\n')[0] ?? '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const name = isUpdate ? waiting.name : freeName(repository, branch, `gui/${isoDay(settings.now)}-${title}`);
  // Nobody else's work is overwritten: the branch must be as it was sent, or not be there.
  const lease = `--force-with-lease=refs/heads/${name}:${isUpdate ? waiting.commit : ''}`;
  // Recorded first: a process that is killed after the push must know it.
  repository.git(['config', setting, name]);
  repository.git(['update-ref', sentBeforeRef, isUpdate ? waiting.commit : commit]);
  repository.git(['update-ref', sentRef, commit]);
  const args = ['push', lease, branch.remote, `${commit}:refs/heads/${name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  const address = /^remote:\s*(https?:\/\/\S+)/m.exec(stderr)?.[1];
  dialog.say(
    `Đã gửi để chờ duyệt, ở nhánh “${name}”. ${address ? `Mở địa chỉ này để xin duyệt: ${address}` : 'Báo người duyệt tên nhánh ấy.'}\nDuyệt xong, chạy npm run send để lấy về.`,
  );
}

/** A branch that was sent for review and is still there. */
interface WaitingProposal {
  readonly name: string;
  /** The commit of it in the shared repository. */
  readonly commit: string;
  /** Whether somebody else changed it since. */
  readonly isChanged: boolean;
}

/** The branch that was sent for review and that the shared version does not have. */
export function waitingProposal(
  repository: Repository,
  { remote }: SharedBranch,
  shared: string | undefined,
): WaitingProposal | undefined {
  const [name, sent] = [repository.setting(setting), repository.commit(sentRef)];
  const commit = name && remoteCommit(repository, remote, name);
  if (!name || !commit || !sent || (shared && repository.isAncestor(sent, shared))) return undefined;
  // An update of it may have failed.
  return { name, commit, isChanged: commit !== sent && commit !== repository.commit(sentBeforeRef) };
}

/** A sentence if a branch that waits for a review has all changes of a tree already. */
export function alreadyProposed(
  repository: Repository,
  branch: SharedBranch,
  { shared, tree }: { readonly shared: string | undefined; readonly tree: string },
): string[] {
  const waiting = waitingProposal(repository, branch, shared);
  // A reviewer may have changed it; then there is something new to look at.
  if (!waiting || waiting.isChanged) return [];
  const isSent = changedFiles(repository, treeOf(repository, shared), tree).every(
    ({ path, after }) => entryAt(repository, waiting.commit, path)?.hash === after?.hash,
  );
  return isSent ? [`(Đã gửi chờ duyệt ở nhánh “${waiting.name}”, chưa duyệt xong. Không sửa gì thêm thì gõ k.)`] : [];
}

function remoteCommit(repository: Repository, remote: string, name: string): string | undefined {
  const { stdout } = runRemote(repository, ['ls-remote', remote, `refs/heads/${name}`]);
  return stdout.toString('utf8').split('\t')[0] || undefined;
}

function freeName(repository: Repository, branch: SharedBranch, name: string, count = 1): string {
  const candidate = count === 1 ? name : `${name}-${count}`;
  return remoteCommit(repository, branch.remote, candidate) === undefined
    ? candidate
    : freeName(repository, branch, name, count + 1);
}

/** Takes a branch back that waits for a review. */
export async function takeBackProposal(
  { repository, dialog }: SendContext,
  branch: SharedBranch,
  { name, commit }: WaitingProposal,
): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${name}:${commit}`;
  const args = ['push', '--quiet', lease, branch.remote, `:refs/heads/${name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  repository.git(['config', '--unset-all', setting]);
}
