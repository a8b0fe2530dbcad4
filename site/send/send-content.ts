import { resolve } from 'node:path';
import { type Finding, formatFinding } from '#site/finding.ts';
import { SettingsError } from '#site/settings.ts';
import { changesBetween } from './changes-between.ts';
import { commitMessage } from './commit-message.ts';
import { type ContentChange, describeChange } from './content-change.ts';
import { checkOnDisk, contentErrors, newErrors } from './content-errors.ts';
import { changedFiles, stageContent, treeOf } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { confirm } from './dialog.ts';
import { finishInterrupted } from './finish-interrupted.ts';
import { explainGitFailure } from './git-failure.ts';
import { ensureIdentity } from './identity.ts';
import { propose } from './propose.ts';
import { type Received, receiveShared } from './receive-shared.ts';
import type { Repository, SharedBranch } from './repository.ts';
import { runRemote } from './run-remote.ts';
import type { SendContext } from './send-context.ts';
import { forgetSent, recordSent, settlePending } from './sent-commits.ts';
import { sharedBranch } from './shared-branch.ts';
import { runSignedIn } from './sign-in.ts';

/** How often others may send first before an editor is asked to try later. */
const maxTries = 5;

/**
 * Sends the changes of content/ to the shared repository: checks them, merges what others sent, shows what will go out
 * and asks. Throws a SettingsError if nothing was sent; no version of any file is lost then.
 */
export async function sendContent(context: SendContext): Promise<void> {
  const { repository, dialog, settings } = context;
  await ensureIdentity(repository, dialog);
  await finishInterrupted(repository, dialog, settings.now);
  const branch = sharedBranch(repository);
  await refuseErrors(context, repository.commit(branch.ref), stageContent(repository, repository.commit('HEAD')));
  let confirmed: string | undefined;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const received = await receiveShared(context, branch);
    if (settlePending(repository, received.shared))
      dialog.say('Lần gửi trước bị đứt mạng giữa chừng, nhưng đã tới nơi.');
    const changes = changesBetween(repository, treeOf(repository, received.shared), received.tree, settings.now);
    const commits = unsentCommits(repository, received);
    if (changes.length === 0 && commits.length === 0) {
      dialog.say('Không có gì để gửi: nội dung trên máy này đúng như bản chung.');
      return;
    }
    if (received.isNew) await refuseErrors(context, received.shared, received.tree);
    const shown = describe(changes, commits);
    if (shown !== confirmed) {
      dialog.say(`Sẽ gửi đi:\n${shown}`);
      if (!(await confirm(dialog, 'Gửi?'))) {
        dialog.say('Chưa gửi. Mọi thứ vẫn ở trên máy này; chạy lại npm run send lúc nào cũng được.');
        return;
      }
      confirmed = shown;
    }
    if (await push(context, branch, received, changes)) return;
    dialog.say('Vừa lúc ấy có người khác gửi trước: lấy về rồi gửi lại.');
  }
  throw new SettingsError('Nhiều người đang gửi cùng lúc: đợi vài phút rồi chạy lại. Chưa gửi gì, và không mất gì.');
}

/** Throws a SettingsError with the errors that the changes of this machine bring; those of others are only told. */
async function refuseErrors(
  { repository, settings, dialog }: SendContext,
  shared: string | undefined,
  tree: string,
): Promise<void> {
  const changed = new Set(
    changedFiles(repository, treeOf(repository, shared), tree).map(({ path }) => resolve(repository.root, path)),
  );
  const isChanged = ({ path }: Finding) => changed.has(resolve(path));
  const { errors, warnings } = await checkOnDisk(settings);
  const elsewhere = errors.filter((error) => !isChanged(error));
  const before = elsewhere.length > 0 && shared ? await contentErrors(repository, shared, settings) : [];
  const caused = [...errors.filter(isChanged), ...newErrors(elsewhere, before)];
  if (caused.length > 0)
    throw new SettingsError(
      `Chưa gửi gì, vì nội dung trên máy này có ${caused.length} lỗi. Sửa rồi chạy lại (soát riêng: npm run check):\n${caused.map((error) => `  ${formatFinding(error)}`).join('\n')}`,
    );
  const others = elsewhere.length;
  if (others > 0)
    dialog.say(`(Bản chung đang có ${others} lỗi ở tệp của người khác, không chặn bài của bạn: npm run check để xem.)`);
  const own = warnings.filter(isChanged).length;
  if (own > 0) dialog.say(`(Có ${own} lưu ý trong những tệp sẽ gửi, không chặn: npm run check để đọc.)`);
}

/** The messages of commits that were made on this machine and never sent. */
function unsentCommits(repository: Repository, { head, shared }: Received): string[] {
  if (!head || head === shared) return [];
  const range = shared ? `${shared}..${head}` : head;
  return repository.git(['log', '--no-merges', '--format=%s', range]).split('\n').filter(Boolean);
}

function describe(changes: readonly ContentChange[], commits: readonly string[]): string {
  const own = changes.map((change) => `  ${describeChange(change)}`);
  const earlier = commits.map((subject) => `  đã ghi trên máy này từ trước, chưa gửi: ${subject}`);
  return [...own, ...earlier].join('\n');
}

/** Sends; false if somebody else was first. Throws a SettingsError for any other failure. */
async function push(
  context: SendContext,
  branch: SharedBranch,
  { head, shared, tree }: Received,
  changes: readonly ContentChange[],
): Promise<boolean> {
  const { repository, dialog } = context;
  const parents = head ? [head] : [];
  const commit =
    head && tree === treeOf(repository, head) ? head : createCommit(repository, tree, parents, commitMessage(changes));
  if (shared) recordSent(repository, 'pending', { commit, before: shared });
  const args = ['push', '--quiet', branch.remote, `${commit}:refs/heads/${branch.name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) {
    const { kind } = explainGitFailure(stderr);
    const mayHaveArrived = kind === 'network' || kind === 'other';
    if (!mayHaveArrived) forgetSent(repository, 'pending');
    if (kind === 'outdated') return false;
    if (kind === 'protected') {
      await propose(context, branch, { commit, shared, changes });
      return true;
    }
    // Otherwise the record of it tells the next run whether it did.
    if (!mayHaveArrived || !hasArrived(context, branch, commit)) repository.fail(stderr);
  }
  repository.git(['update-ref', '-m', 'npm run send', 'HEAD', commit]);
  repository.git(['update-ref', branch.ref, commit]);
  settlePending(repository, commit);
  dialog.say(`Đã gửi. ${whatNext(changes)} Gửi nhầm thì npm run undo lấy lại.`);
  return true;
}

/** Whether a commit is in the shared repository although the answer was lost. */
function hasArrived({ repository }: SendContext, branch: SharedBranch, commit: string): boolean {
  const { status, stdout } = runRemote(repository, ['ls-remote', branch.remote, `refs/heads/${branch.name}`]);
  return status === 0 && stdout.toString('utf8').startsWith(commit);
}

function whatNext(changes: readonly ContentChange[]): string {
  return changes.some(({ note }) => !note?.startsWith('bản nháp'))
    ? 'Vài phút sau trang được dựng lại.'
    : 'Bạn đọc chưa thấy gì, vì chỉ có bản nháp.';
}
