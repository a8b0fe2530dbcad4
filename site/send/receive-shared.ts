import { fileSlug } from '#site/read/file-slug.ts';
import { SettingsError } from '#site/settings.ts';
import { changesBetween } from './changes-between.ts';
import { chooseVersions, type GivenUpFile } from './choose-versions.ts';
import { commitMessage } from './commit-message.ts';
import { describeChange } from './content-change.ts';
import { stageContent, treeOf, treeWith, unnamed } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { followedVersion } from './followed-version.ts';
import { describeKept, keepVersion } from './keep-version.ts';
import type { Repository, SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { settleSent } from './sent-commits.ts';
import { requireSharedBranch } from './shared-branch.ts';
import { runSignedIn } from './sign-in.ts';
import { updateWorkingTree } from './update-working-tree.ts';

/** This machine after the shared version was merged into it. */
export interface Received {
  /** The last commit of the shared repository; undefined if that is empty. */
  readonly shared: string | undefined;
  /** The commit of this machine; undefined if there is none. */
  readonly head: string | undefined;
  /** The shared version with the changes of this machine; the files on the disk have it. */
  readonly tree: string;
  /** Whether anything was new. */
  readonly isNew: boolean;
}

/** How what came is told; by default as the work of other editors. */
interface ReceiveOptions {
  readonly headline?: string;
  /** What changed the shared version, where it was not another editor. */
  readonly source?: string;
}

/** More changes of others than an editor reads. */
const maxTold = 10;

/**
 * Fetches the shared version and merges it into the files of this machine, whose own changes stay uncommitted. Throws a
 * SettingsError, and then nothing has changed but git's copy of the shared version.
 */
export async function receiveShared(
  context: SendContext,
  branch: SharedBranch,
  { headline = 'Đã lấy về những gì người khác gửi:', source }: ReceiveOptions = {},
): Promise<Received> {
  const { repository, dialog, settings } = context;
  const head = repository.commit('HEAD');
  const followed = head && followedVersion(repository, branch, head);
  await fetchShared(context, branch);
  const shared = repository.commit(branch.ref);
  const settled = settleSent(repository, shared);
  if (settled) dialog.say(settled);
  const mine = stageContent(repository, head);
  const isRewritten = Boolean(shared && followed && !repository.isAncestor(followed, shared));
  if (!shared || (head && !isRewritten && repository.isAncestor(shared, head)))
    return { shared, head, tree: mine, isNew: false };

  const merge = mergePlan(repository, { head, shared, followed: isRewritten ? followed : undefined, mine });
  const received = changesBetween(repository, merge.base, shared, settings.now);
  dialog.say(received.length === 0 ? 'Đã lấy về những gì mới ở kho chung.' : headline);
  for (const change of received.slice(0, maxTold)) dialog.say(`  ${describeChange({ ...change, note: undefined })}`);
  if (received.length > maxTold) dialog.say(`  … và ${received.length - maxTold} mục nữa`);
  const chosen = await chooseVersions(context, { base: merge.base, mine, theirs: shared }, source);
  keepGivenUp(context, chosen.givenUp, mine, head ?? shared);
  updateWorkingTree(context, { from: mine, to: chosen.tree, head: head ?? shared });
  const newHead = merge.mineCommit
    ? createCommit(repository, chosen.tree, [merge.mineCommit, shared], 'Gộp với kho chung')
    : shared;
  repository.git(['update-ref', '-m', 'npm run send', 'HEAD', newHead]);
  if (isRewritten && head) tellRewritten(context, head);
  return { shared, head: newHead, tree: chosen.tree, isNew: true };
}

async function fetchShared({ repository, dialog }: SendContext, branch: SharedBranch): Promise<void> {
  dialog.say('Đang xem kho chung có gì mới…');
  const isShallow = repository.git(['rev-parse', '--is-shallow-repository']) === 'true';
  const args = ['fetch', '--quiet', '--no-tags', '--prune', ...(isShallow ? ['--unshallow'] : []), branch.remote];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  requireSharedBranch(repository, branch);
}

interface MergePlan {
  /** The commit from which both versions were made. */
  readonly base: string;
  /**
   * A commit of the files of this machine, where it has commits that were never sent: the result is then a merge of both.
   * Otherwise this machine follows the shared version, with its changes uncommitted on top.
   */
  readonly mineCommit: string | undefined;
}

/** How the versions go together. `followed` is the version of a history that somebody replaced since. */
function mergePlan(
  repository: Repository,
  versions: { head: string | undefined; shared: string; followed: string | undefined; mine: string },
): MergePlan {
  const { head, shared, followed, mine } = versions;
  // What was removed from the shared history must not come back with the commits of this machine.
  if (followed) return { base: followed, mineCommit: undefined };
  if (!head) {
    const empty = treeOf(repository, undefined);
    const base = repository.git(['commit-tree', '--no-gpg-sign', '-m', '-', empty], { environment: unnamed });
    return { base, mineCommit: undefined };
  }
  if (repository.isAncestor(head, shared)) return { base: head, mineCommit: undefined };
  const { status, stdout } = repository.attempt(['merge-base', head, shared]);
  if (status !== 0)
    throw new SettingsError(
      'Kho trên máy này và kho chung không có gì chung với nhau, nên máy không gộp: hỏi người quản trị địa chỉ kho.',
    );
  const base = stdout.toString('utf8').trim();
  if (mine === treeOf(repository, head)) return { base, mineCommit: head };
  const changes = changesBetween(repository, head, mine, new Date(0));
  return { base, mineCommit: createCommit(repository, mine, [head], commitMessage(changes)) };
}

/** Keeps the versions that were not chosen, and says where. */
function keepGivenUp(context: SendContext, givenUp: readonly GivenUpFile[], mine: string, head: string): void {
  const { repository, dialog } = context;
  // Both versions of a file may have been given up.
  for (let rest = [...givenUp]; rest.length > 0; ) {
    const files = new Map(rest.map(({ path, entry }) => [path, entry]));
    rest = rest.filter(({ path, entry }) => files.get(path) !== entry);
    const tree = treeWith(repository, mine, files);
    const commit = repository.git(
      ['commit-tree', '--no-gpg-sign', '-p', head, '-m', 'Bản không giữ khi hai người cùng sửa', tree],
      { environment: unnamed },
    );
    const [first = ''] = files.keys();
    dialog.say(
      describeKept('Bản không giữ', keepVersion(context, commit, { title: fileSlug(first), files: [...files.keys()] })),
    );
  }
}

function tellRewritten(context: SendContext, head: string): void {
  const { branch } = keepVersion(context, head, { title: 'lich su cu', files: [] });
  context.dialog.say(
    `Người quản trị đã viết lại lịch sử của kho chung. Lịch sử cũ cất ở nhánh “${branch}” trên máy này; đừng gửi nhánh ấy đi.`,
  );
}
