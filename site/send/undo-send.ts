import { articleAddress } from '#news/address.ts';
import { withdrawnText } from '#site/deployment/withdrawn-text.ts';
import { formatFinding } from '#site/finding.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { acceptAny } from '#site/scaffold/prompt.ts';
import { type Settings, SettingsError } from '#site/settings.ts';
import { dateTimeLabel } from '#vietnamese/date.ts';
import { changesBetween } from './changes-between.ts';
import { type ContentChange, describeChange, whatReadersSee } from './content-change.ts';
import { contentErrors, newErrors } from './content-errors.ts';
import { type ChangedFile, changedFiles, entryAt, type TreeEntry, treeOf, treeWith } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { confirm } from './dialog.ts';
import { authorsOf, earlierCommits, thisMachine } from './earlier-commits.ts';
import { finishInterrupted } from './finish-interrupted.ts';
import { ensureIdentity } from './identity.ts';
import { describeKept, keepVersion, onlyDeletions } from './keep-version.ts';
import { takeBackProposal, waitingProposal } from './propose.ts';
import { pushCommit, pushError } from './push-commit.ts';
import { type Received, receiveShared } from './receive-shared.ts';
import type { SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { forgetSent, recordedSent, recordSent, type SentCommit } from './sent-commits.ts';
import { sharedBranch } from './shared-branch.ts';
import { withOutcome } from './unfinished-error.ts';

/** What readers are told of an article that was sent by mistake, unless the editor says more. */
const usualReason = 'Bài đăng nhầm.';

/**
 * Takes back in the shared repository what this machine sent last: files become what they were before. An article that
 * became public with it is withdrawn instead, and a file that somebody changed since stays. Throws a SettingsError if
 * nothing was taken back.
 */
export async function undoSend(context: SendContext): Promise<void> {
  const { dialog } = context;
  const taken = await withOutcome('Chưa lấy lại gì, và không mất gì.', () => takeBack(context));
  if (!taken) return;
  dialog.say('Ở kho chung đã lấy lại xong.');
  await withOutcome('Ở kho chung đã lấy lại rồi: chạy npm run send, các tệp trên máy này cũng trở về như trước.', () =>
    receiveShared(context, taken.branch, { done: 'taken back' }),
  );
  dialog.say(`Đã lấy lại. ${whatReadersSee(taken.changes)}`);
}

const needsReview =
  'Chưa lấy lại gì, vì kho chung không nhận gửi thẳng: phải có người duyệt trước. Sửa lại bài, hay gỡ bài bằng npm run withdraw, rồi npm run send để gửi chờ duyệt.';

/** What was taken back in the shared repository. */
interface TakenBack {
  readonly branch: SharedBranch;
  readonly changes: readonly ContentChange[];
}

/** Takes the last sending back in the shared repository; undefined if the editor took something else back, or nothing. */
async function takeBack(context: SendContext): Promise<TakenBack | undefined> {
  const { repository, dialog, settings } = context;
  await ensureIdentity(repository, dialog);
  await finishInterrupted(context);
  const branch = sharedBranch(repository);
  const received = await receiveShared(context, branch, { done: 'nothing taken back' });
  if (await undoProposal(context, branch, received)) return undefined;
  const { shared } = received;
  const sent = recordedSent(repository, 'last');
  if (!sent || !shared || !repository.isAncestor(sent.commit, shared))
    throw new SettingsError(
      'Không có gì để lấy lại: máy này chưa gửi gì, hoặc lần gửi gần nhất đã được lấy lại. Gỡ một bài cũ thì dùng npm run withdraw.',
    );

  const when = repository.git(['log', '-1', '--format=%cI', sent.commit]);
  dialog.say(`Lần gửi gần nhất từ máy này, ${dateTimeLabel(new Date(when))}:`);
  const sentChanges = changesBetween(repository, sent.before, sent.commit, settings.now);
  const commits = earlierCommits(repository, sent.before, sent.commit);
  for (const change of sentChanges) {
    const others = authorsOf(repository, change, commits).filter((name) => name !== thisMachine);
    const note = others.length > 0 ? `có chỗ do ${others.join(', ')} ghi` : undefined;
    dialog.say(`  ${describeChange({ ...change, note })}`);
  }
  const files = changedFiles(repository, sent.before, sent.commit).filter(
    ({ path }) => repository.pathInContent(path) !== undefined,
  );
  const isAsSent = ({ path, after }: ChangedFile) => entryAt(repository, shared, path)?.hash === after?.hash;
  // A file that was renamed and then changed by somebody stays under its new name, and only there.
  const kept = new Set(files.filter((file) => !isAsSent(file)).map(({ path }) => path));
  for (const { path, formerPath } of sentChanges)
    if (formerPath !== undefined && kept.has(repository.contentFile(path)))
      kept.add(repository.contentFile(formerPath));
  const isUntouched = ({ path }: ChangedFile) => !kept.has(path);
  for (const path of kept) dialog.say(`${path} đã được người khác sửa tiếp sau lần gửi ấy: giữ nguyên.`);
  const untouched = files.filter(isUntouched);
  if (untouched.length === 0)
    throw new SettingsError(
      'Không lấy lại được gì: mọi tệp của lần gửi ấy đã được người khác sửa tiếp. Việc tiếp theo: sửa thẳng trong bài rồi npm run send, hoặc hỏi người đã sửa tiếp.',
    );
  const withdrawn = await publicArticles(
    settings,
    sentChanges.filter(({ path }) => untouched.some((file) => file.path === repository.contentFile(path))),
  );
  for (const { subject } of withdrawn)
    dialog.say(`Có thể đã có người đọc ${subject}, nên bài sẽ được gỡ, để lại thông báo; không xóa.`);
  const becomes =
    withdrawn.length === 0
      ? 'Tệp trên máy này cũng trở về như trước lần gửi ấy'
      : untouched.every(({ path }) => withdrawn.some((change) => repository.contentFile(change.path) === path))
        ? 'Bài được gỡ'
        : 'Bài được gỡ; tệp khác trở về như trước lần gửi ấy, trên máy này cũng vậy';
  if (!(await confirm(dialog, `Lấy lại? ${becomes}; bản đã gửi được cất.`))) {
    dialog.say('Chưa lấy lại gì.');
    return undefined;
  }
  const reason =
    withdrawn.length > 0
      ? (await dialog.ask(`Lý do gỡ, bạn đọc sẽ thấy (Enter: “${usualReason}”):`, acceptAny)) || usualReason
      : usualReason;
  dialog.say('Đang soát và lấy lại…');
  const paths = withdrawn.map(({ path }) => repository.contentFile(path));
  const tree = treeWith(repository, treeOf(repository, shared), undoneEntries(context, untouched, paths, reason));
  await refuseNewErrors(context, shared, tree);
  await sendUndo(context, branch, { sent, shared, tree, files: untouched });
  return { branch, changes: sentChanges };
}

/** Takes back what waits for a review; false if nothing does, or the shared version has all of it. */
async function undoProposal(context: SendContext, branch: SharedBranch, { shared, tree }: Received): Promise<boolean> {
  const { repository, dialog } = context;
  const proposal = waitingProposal(repository, branch, shared);
  if (!proposal || (shared && tree === treeOf(repository, shared))) return false;
  const others = proposal.isChanged ? ', với cả những gì người duyệt đã sửa thêm ở đó' : '';
  if (await confirm(dialog, `Rút lại bản đang chờ duyệt ở nhánh “${proposal.name}”${others}?`)) {
    await takeBackProposal(context, branch, proposal);
    dialog.say('Đã rút lại. Chỗ đã sửa vẫn ở trên máy này, chưa gửi.');
  } else dialog.say('Chưa rút lại gì.');
  return true;
}

/** The articles that became public by changes, and that readers may have seen. */
async function publicArticles(settings: Settings, changes: readonly ContentChange[]): Promise<ContentChange[]> {
  const found: ContentChange[] = [];
  for (const change of changes) {
    const isPublished = change.becomesPublic && change.path.startsWith('articles/');
    if (isPublished && (await isAnswered(settings, articleAddress(fileSlug(change.path))))) found.push(change);
  }
  return found;
}

/** Whether the public site has a page; true if it is not known. */
async function isAnswered({ hasPublicUrl, origin, base }: Settings, address: string): Promise<boolean> {
  if (!hasPublicUrl) return true;
  const url = `${origin}${base}${address}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000), cache: 'no-store' }).catch(() => undefined);
  return response?.status !== 404;
}

/**
 * What the files become: what they were before, or a withdrawn article. What such an article may need stays: files in
 * its folder or below, and the lists.
 */
function undoneEntries(
  { repository, settings, dialog }: SendContext,
  files: readonly ChangedFile[],
  withdrawn: readonly string[],
  reason: string,
): Map<string, TreeEntry | undefined> {
  const entries = new Map<string, TreeEntry | undefined>();
  const folders = withdrawn.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  for (const { path, before, after } of files) {
    const isList = path.endsWith('.yaml');
    if (after && withdrawn.includes(path)) {
      const text = repository.blob(after.hash).toString('utf8');
      const input = withdrawnText(path, text, reason, settings.now);
      entries.set(path, { mode: after.mode, hash: repository.git(['hash-object', '-w', '--stdin'], { input }) });
    } else if (isList && withdrawn.length > 0) dialog.say(`${path} giữ nguyên, vì bài được gỡ có thể cần tới.`);
    else if (before || path.endsWith('.md') || !folders.some((folder) => path.startsWith(folder)))
      entries.set(path, before);
  }
  return entries;
}

async function refuseNewErrors({ repository, settings }: SendContext, shared: string, tree: string): Promise<void> {
  const errors = await contentErrors(repository, tree, settings);
  if (errors.length === 0) return;
  const caused = newErrors(errors, await contentErrors(repository, shared, settings));
  if (caused.length > 0)
    throw new SettingsError(
      `Chưa lấy lại gì, vì những bài khác đã dựa vào lần gửi ấy:\n${caused.map((error) => `  ${formatFinding(error)}`).join('\n')}\nSửa những chỗ ấy, gửi đi (npm run send), rồi gỡ bài bằng npm run withdraw.`,
    );
}

interface Undoing {
  readonly sent: SentCommit;
  readonly shared: string;
  readonly tree: string;
  readonly files: readonly ChangedFile[];
}

async function sendUndo(
  context: SendContext,
  branch: SharedBranch,
  { sent, shared, tree, files }: Undoing,
): Promise<void> {
  const { repository, dialog } = context;
  const subject = repository.git(['log', '-1', '--format=%s', sent.commit]);
  const commit = createCommit(repository, tree, [shared], `Lấy lại: ${subject}`);
  // Kept and told first: whatever happens then, the editor knows where the text is.
  dialog.say(
    files.every(({ after }) => !after)
      ? `Lần gửi ấy ${onlyDeletions}`
      : describeKept(
          'Bản đã gửi',
          keepVersion(context, sent.commit, { title: subject, files: files.map(({ path }) => path) }),
        ),
  );
  recordSent(repository, 'undoing', { commit, before: shared });
  const failure = await pushCommit(context, branch, commit);
  if (failure && !failure.isUncertain) forgetSent(repository, 'undoing');
  if (failure?.kind === 'protected') throw new SettingsError(needsReview);
  if (failure) throw pushError(failure);
  forgetSent(repository, 'last');
}
