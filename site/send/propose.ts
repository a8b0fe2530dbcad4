import { isoDay } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { commitMessage } from './commit-message.ts';
import type { ContentChange } from './content-change.ts';
import { confirm } from './dialog.ts';
import type { Repository, SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { runSignedIn } from './sign-in.ts';

/** Where git keeps the name of the branch that waits for a review. */
const setting = 'send.proposal';

/** A commit that the shared branch does not take without a review. */
interface Proposal {
  readonly commit: string;
  readonly shared: string | undefined;
  readonly changes: readonly ContentChange[];
}

/**
 * Sends a commit to a branch of its own, which somebody reviews and merges; the same branch as before while that one
 * waits. The changes of this machine stay uncommitted, until they come back with the shared version.
 */
export async function propose(
  { repository, dialog, settings }: SendContext,
  branch: SharedBranch,
  { commit, shared, changes }: Proposal,
): Promise<void> {
  dialog.say('Nơi chứa kho không cho gửi thẳng vào bản chung: phải có người duyệt trước.');
  if (!(await confirm(dialog, 'Gửi để chờ duyệt?'))) {
    dialog.say('Chưa gửi. Mọi thứ vẫn ở trên máy này.');
    return;
  }
  const waiting = waitingProposal(repository, branch, shared);
  const title = slug(commitMessage(changes).split('\n')[0] ?? '').slice(0, 40);
  const name = waiting?.name ?? `gui/${isoDay(settings.now)}-${title.replace(/-+$/, '')}`;
  const force = waiting ? [`--force-with-lease=${name}:${waiting.commit}`] : [];
  const args = ['push', ...force, branch.remote, `${commit}:refs/heads/${name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  repository.git(['config', setting, name]);
  const address = /^remote:\s*(https?:\/\/\S+)/m.exec(stderr)?.[1];
  dialog.say(
    `Đã gửi để chờ duyệt, ở nhánh “${name}”. ${address ? `Mở địa chỉ này để xin duyệt: ${address}` : 'Báo người duyệt tên nhánh ấy.'}\nDuyệt xong, chạy npm run send để lấy bản chung về.`,
  );
}

/** The branch that was sent for review and is still there, not merged. */
export function waitingProposal(
  repository: Repository,
  { remote }: SharedBranch,
  shared: string | undefined,
): { readonly name: string; readonly commit: string } | undefined {
  const name = repository.setting(setting);
  if (!name) return undefined;
  const { stdout } = repository.attempt(['ls-remote', remote, `refs/heads/${name}`]);
  const [commit = ''] = stdout.toString('utf8').split('\t');
  return commit === '' || (shared && repository.isAncestor(commit, shared)) ? undefined : { name, commit };
}

/** Takes a branch back that waits for a review. */
export async function takeBackProposal(
  { repository, dialog }: SendContext,
  branch: SharedBranch,
  name: string,
): Promise<void> {
  const args = ['push', '--quiet', branch.remote, '--delete', `refs/heads/${name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  repository.git(['config', '--unset-all', setting]);
}
