import { fileSlug } from '#site/read/file-slug.ts';
import { SettingsError } from '#site/settings.ts';
import { changesBetween } from './changes-between.ts';
import { chooseVersions } from './choose-versions.ts';
import { commitMessage } from './commit-message.ts';
import { describeChange } from './content-change.ts';
import { stageContent, treeOf, unnamed } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { keepVersion } from './keep-version.ts';
import type { Repository, SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
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
  const previous = repository.commit(branch.ref);
  await fetchShared(context, branch);
  const shared = repository.commit(branch.ref);
  const head = repository.commit('HEAD');
  const mine = stageContent(repository, head);
  if (!shared || (head && repository.isAncestor(shared, head))) return { shared, head, tree: mine, isNew: false };

  const merge = mergePlan(repository, { head, shared, previous, mine });
  const received = changesBetween(repository, merge.base, shared, settings.now);
  dialog.say(received.length === 0 ? 'Đã lấy về bản chung mới.' : headline);
  for (const change of received.slice(0, maxTold)) dialog.say(`  ${describeChange({ ...change, note: undefined })}`);
  if (received.length > maxTold) dialog.say(`  … và ${received.length - maxTold} mục nữa`);
  const chosen = await chooseVersions(
    { base: merge.base, mine, theirs: shared },
    { ...context, now: settings.now, source },
  );
  tellKept(context, chosen, merge.mineCommit, shared);
  updateWorkingTree(
    repository,
    { from: mine, to: chosen.tree, head: head ?? shared },
    { ...dialog, now: settings.now },
  );
  const newHead = merge.isLinear
    ? shared
    : createCommit(repository, chosen.tree, [merge.mineCommit, shared], 'Gộp với bản chung');
  repository.git(['update-ref', '-m', 'npm run send', 'HEAD', newHead]);
  if (merge.isLinear && head && !repository.isAncestor(head, shared)) tellRewritten(context, head);
  return { shared, head: newHead, tree: chosen.tree, isNew: true };
}

async function fetchShared({ repository, dialog }: SendContext, branch: SharedBranch): Promise<void> {
  const isShallow = repository.git(['rev-parse', '--is-shallow-repository']) === 'true';
  const args = ['fetch', '--quiet', '--no-tags', ...(isShallow ? ['--unshallow'] : []), branch.remote];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status !== 0) repository.fail(stderr);
  requireSharedBranch(repository, branch);
}

interface MergePlan {
  /** The commit from which both versions were made. */
  readonly base: string;
  /** A commit of the files of this machine. */
  readonly mineCommit: string;
  /** Whether this machine follows the shared version, with its changes uncommitted on top. */
  readonly isLinear: boolean;
}

/** How the versions go together. Commits that were never sent stay: then the result is a merge of both. */
function mergePlan(
  repository: Repository,
  versions: { head: string | undefined; shared: string; previous: string | undefined; mine: string },
): MergePlan {
  const { head, shared, previous, mine } = versions;
  const snapshot = () =>
    repository.git(
      ['commit-tree', '--no-gpg-sign', ...(head ? ['-p', head] : []), '-m', 'Bản trên máy này, chưa gửi', mine],
      { environment: unnamed },
    );
  if (!head) {
    const base = repository.git(['commit-tree', '--no-gpg-sign', '-m', '-', treeOf(repository, undefined)], {
      environment: unnamed,
    });
    return { base, mineCommit: snapshot(), isLinear: true };
  }
  if (repository.isAncestor(head, shared)) return { base: head, mineCommit: snapshot(), isLinear: true };
  // Somebody replaced the shared history: what that removed must not come back with the commits that are only here.
  const isRewritten = previous !== undefined && !repository.isAncestor(previous, shared);
  if (isRewritten)
    return {
      base: repository.isAncestor(head, previous) ? head : previous,
      mineCommit: snapshot(),
      isLinear: true,
    };
  const { status, stdout } = repository.attempt(['merge-base', head, shared]);
  if (status !== 0)
    throw new SettingsError(
      'Kho trên máy này và kho chung không có gì chung với nhau, nên máy không gộp: hỏi người quản trị địa chỉ kho.',
    );
  const changes = changesBetween(repository, treeOf(repository, head), mine, new Date(0));
  const mineCommit =
    mine === treeOf(repository, head) ? head : createCommit(repository, mine, [head], commitMessage(changes));
  return { base: stdout.toString('utf8').trim(), mineCommit, isLinear: false };
}

/** Keeps the versions that were not chosen, and says where. */
function tellKept(
  { repository, dialog, settings }: SendContext,
  { withoutMine, withoutTheirs }: { withoutMine: readonly string[]; withoutTheirs: readonly string[] },
  mineCommit: string,
  shared: string,
): void {
  for (const [files, commit, whose] of [
    [withoutMine, mineCommit, 'của bạn'],
    [withoutTheirs, shared, 'của người khác'],
  ] as const) {
    const [first] = files;
    if (first === undefined) continue;
    const branch = keepVersion(repository, commit, fileSlug(first), settings.now);
    dialog.say(`Bản ${whose}, không giữ, đã cất ở nhánh “${branch}” trên máy này. Đọc lại bằng lệnh:`);
    for (const file of files) dialog.say(`  git show "${branch}:${file}"`);
  }
}

function tellRewritten({ repository, dialog, settings }: SendContext, head: string): void {
  const branch = keepVersion(repository, head, 'lich su cu', settings.now);
  dialog.say(
    `Người quản trị đã viết lại lịch sử của bản chung. Lịch sử cũ cất ở nhánh “${branch}” trên máy này; đừng gửi nhánh ấy đi.`,
  );
}
