import { fileSlug } from '#site/read/file-slug.ts';
import { SettingsError } from '#site/settings.ts';
import { changesBetween } from './changes-between.ts';
import { chooseVersions, type GivenUpFile } from './choose-versions.ts';
import { commitMessage } from './commit-message.ts';
import { describeChange } from './content-change.ts';
import { changedFiles, stageContent, treeOf, treeWith, unnamed } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { earlierCommits } from './earlier-commits.ts';
import { rememberFollowed } from './followed-version.ts';
import { describeKept, keepVersion } from './keep-version.ts';
import type { Repository, SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { forgetSent, settleSent } from './sent-commits.ts';
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

/** What the command has done so far, which an editor wants to know who stops it at a question. */
interface ReceiveOptions {
  readonly done?: 'nothing sent' | 'nothing taken back' | 'taken back';
}

const unchanged = {
  'nothing sent': 'chưa gửi gì',
  'nothing taken back': 'chưa lấy lại gì',
  'taken back': 'tệp trên máy này chưa đổi gì',
} as const;

/** More changes of others than an editor reads. */
const maxTold = 10;

/**
 * Fetches the shared version and merges it into the files of this machine, whose own changes stay uncommitted. Throws a
 * SettingsError, and then nothing has changed but git's copy of the shared version.
 */
export async function receiveShared(
  context: SendContext,
  branch: SharedBranch,
  { done = 'nothing sent' }: ReceiveOptions = {},
): Promise<Received> {
  const { repository, dialog, settings } = context;
  const headBefore = repository.commit('HEAD');
  const followed = headBefore && rememberFollowed(repository, branch, headBefore);
  await fetchShared(context, branch);
  const shared = repository.commit(branch.ref);
  const undo = settleArrived(context, shared, headBefore, done === 'taken back');
  const head = repository.commit('HEAD');
  const staged = stageContent(repository, head);
  const isRewritten = Boolean(shared && followed && !repository.isAncestor(followed, shared));
  const mine = isRewritten && followed ? contentOnly(repository, followed, staged) : staged;
  if (!shared || (head && !isRewritten && repository.isAncestor(shared, head)))
    return forgetUndo(repository, { shared, head, tree: staged, isNew: false });

  const merge = mergePlan(repository, { head, shared, followed: isRewritten ? followed : undefined, mine });
  const received = changesBetween(repository, merge.base, shared, settings.now);
  dialog.say(received.length === 0 ? 'Đã lấy về những gì mới ở kho chung.' : headline(shared, undo));
  for (const change of received.slice(0, maxTold)) dialog.say(`  ${describeChange({ ...change, note: undefined })}`);
  if (received.length > maxTold) dialog.say(`  … và ${received.length - maxTold} mục nữa`);
  const chosen = await chooseVersions(
    context,
    { base: merge.base, mine, theirs: shared },
    {
      earlier: merge.unsent ? earlierCommits(repository, merge.base, merge.unsent.commit, mine) : new Map(),
      undo,
      unchanged: unchanged[undo === undefined ? done : 'taken back'],
    },
  );
  keepGivenUp(context, chosen.givenUp, mine, head ?? shared);
  if (isRewritten && head) keepReplaced(context, head, followed ?? head);
  updateWorkingTree(context, { from: staged, to: chosen.tree, head: head ?? shared });
  const newHead = merge.unsent
    ? createCommit(repository, chosen.tree, [merge.unsent.commit, shared], merge.unsent.message)
    : shared;
  repository.git(['update-ref', '-m', 'npm run send', 'HEAD', newHead]);
  return forgetUndo(repository, { shared, head: newHead, tree: chosen.tree, isNew: true });
}

/** The files of this machine follow an undo by now. */
function forgetUndo(repository: Repository, received: Received): Received {
  forgetSent(repository, 'undoing');
  return received;
}

function headline(shared: string, undo: string | undefined): string {
  if (undo === undefined) return 'Đã lấy về những gì người khác gửi:';
  return shared === undo ? 'Trên máy này, các tệp cũng trở về như trước:' : 'Đã lấy về những gì mới ở kho chung:';
}

/**
 * Says what had arrived although its answer was lost; this machine then follows what it sent itself. Returns the commit
 * of an undo that the files of this machine do not follow yet.
 */
function settleArrived(
  { repository, dialog }: SendContext,
  shared: string | undefined,
  head: string | undefined,
  isKnown: boolean,
): string | undefined {
  const arrived = settleSent(repository, shared);
  if (arrived?.kind === 'undoing' && !isKnown)
    dialog.say('Lần lấy lại trước bị đứt giữa chừng, nhưng ở kho chung đã xong.');
  if (arrived?.kind === 'pending') {
    dialog.say('Lần gửi trước bị đứt giữa chừng, nhưng đã tới nơi.');
    if (!head || repository.isAncestor(head, arrived.commit))
      repository.git(['update-ref', '-m', 'npm run send', 'HEAD', arrived.commit]);
  }
  return arrived?.kind === 'undoing' ? arrived.commit : undefined;
}

/** A version with the changes of content/ in another: what else was changed by hand is not sent unseen. */
function contentOnly(repository: Repository, base: string, tree: string): string {
  const changed = changedFiles(repository, base, tree).filter(
    ({ path }) => repository.pathInContent(path) !== undefined,
  );
  return treeWith(repository, treeOf(repository, base), new Map(changed.map(({ path, after }) => [path, after])));
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
   * The last commit of this machine, where it has some that were never sent: the result is then a merge of both, which
   * has the uncommitted changes too, so that every other commit is known to be made by hand. Otherwise this machine
   * follows the shared version, with its changes uncommitted on top.
   */
  readonly unsent: { readonly commit: string; readonly message: string } | undefined;
}

/** How the versions go together. `followed` is the version of a history that somebody replaced since. */
function mergePlan(
  repository: Repository,
  versions: { head: string | undefined; shared: string; followed: string | undefined; mine: string },
): MergePlan {
  const { head, shared, followed, mine } = versions;
  // What was removed from the shared history must not come back with the commits of this machine.
  if (followed) return { base: followed, unsent: undefined };
  if (!head) {
    const empty = treeOf(repository, undefined);
    const base = repository.git(['commit-tree', '--no-gpg-sign', '-m', '-', empty], { environment: unnamed });
    return { base, unsent: undefined };
  }
  if (repository.isAncestor(head, shared)) return { base: head, unsent: undefined };
  const { status, stdout } = repository.attempt(['merge-base', head, shared]);
  if (status !== 0)
    throw new SettingsError(
      'Kho trên máy này và kho chung không có gì chung với nhau, nên máy không gộp: hỏi người quản trị địa chỉ kho.',
    );
  const base = stdout.toString('utf8').trim();
  const changes = changesBetween(repository, head, mine, new Date(0));
  return { base, unsent: { commit: head, message: changes.length > 0 ? commitMessage(changes) : 'Gộp với kho chung' } };
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
      ['commit-tree', '--no-gpg-sign', '-p', head, '-m', 'Bản không giữ khi hai bên cùng sửa', tree],
      { environment: unnamed },
    );
    const [first = ''] = files.keys();
    dialog.say(
      describeKept('Bản không giữ', keepVersion(context, commit, { title: fileSlug(first), files: [...files.keys()] })),
    );
  }
}

/** Keeps the commits of a history that somebody replaced, with what was only on this machine. */
function keepReplaced(context: SendContext, head: string, followed: string): void {
  const files = changedFiles(context.repository, followed, head).map(({ path }) => path);
  const kept = keepVersion(context, head, { title: 'lich su cu', files });
  context.dialog.say('Người quản trị đã viết lại lịch sử của kho chung; đừng gửi lịch sử cũ đi nữa.');
  context.dialog.say(describeKept('Lịch sử cũ', kept));
}
