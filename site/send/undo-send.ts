import { articleAddress } from '#news/address.ts';
import { withdrawnText } from '#site/deployment/withdrawn-text.ts';
import { formatFinding } from '#site/finding.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { acceptAny } from '#site/scaffold/prompt.ts';
import { type Settings, SettingsError } from '#site/settings.ts';
import { dateTimeLabel } from '#vietnamese/date.ts';
import { changesBetween } from './changes-between.ts';
import { describeChange } from './content-change.ts';
import { contentErrors, newErrors } from './content-errors.ts';
import { type ChangedFile, changedFiles, entryAt, type TreeEntry, treeOf, treeWith } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { confirm } from './dialog.ts';
import { finishInterrupted } from './finish-interrupted.ts';
import { explainGitFailure } from './git-failure.ts';
import { ensureIdentity } from './identity.ts';
import { itemFacts } from './item-facts.ts';
import { keepVersion } from './keep-version.ts';
import { takeBackProposal, waitingProposal } from './propose.ts';
import { receiveShared } from './receive-shared.ts';
import type { SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { forgetSent, recordedSent, type SentCommit, settlePending } from './sent-commits.ts';
import { sharedBranch } from './shared-branch.ts';
import { runSignedIn } from './sign-in.ts';

/** What readers are told of an article that was sent by mistake, unless the editor says more. */
const usualReason = 'Bài đăng nhầm.';

/**
 * Takes back in the shared repository what this machine sent last: files become what they were before. A new article
 * that readers may have seen is withdrawn instead, and a file that somebody changed since stays. Throws a SettingsError
 * if nothing was taken back.
 */
export async function undoSend(context: SendContext): Promise<void> {
  const { repository, dialog, settings } = context;
  await ensureIdentity(repository, dialog);
  await finishInterrupted(repository, dialog, settings.now);
  const branch = sharedBranch(repository);
  const { shared } = await receiveShared(context, branch);
  settlePending(repository, shared);
  const proposal = waitingProposal(repository, branch, shared);
  if (proposal) return undoProposal(context, branch, proposal.name);
  const sent = recordedSent(repository, 'last');
  if (!sent || !shared || !repository.isAncestor(sent.commit, shared))
    throw new SettingsError(
      'Không có gì để lấy lại: máy này chưa gửi gì, hoặc lần gửi gần nhất đã được lấy lại. Gỡ một bài cũ thì dùng npm run withdraw.',
    );

  const when = repository.git(['log', '-1', '--format=%cI', sent.commit]);
  dialog.say(`Lần gửi gần nhất từ máy này, ${dateTimeLabel(new Date(when))}:`);
  for (const change of changesBetween(repository, sent.before, sent.commit, settings.now))
    dialog.say(`  ${describeChange({ ...change, note: undefined })}`);
  const files = changedFiles(repository, sent.before, sent.commit);
  const withdrawn = await publicArticles(context, sent, files);
  for (const { title } of withdrawn)
    dialog.say(`“${title}” có thể đã có người đọc, nên sẽ được gỡ, để lại thông báo; không xóa.`);
  if (!(await confirm(dialog, 'Lấy lại?'))) {
    dialog.say('Chưa lấy lại gì.');
    return;
  }
  const reason =
    withdrawn.length > 0
      ? (await dialog.ask(`Lý do gỡ, người đọc sẽ thấy (Enter: “${usualReason}”):`, acceptAny)) || usualReason
      : usualReason;
  const entries = undoneEntries(context, { shared, files, withdrawn: withdrawn.map(({ path }) => path), reason });
  const tree = treeWith(repository, treeOf(repository, shared), entries);
  await refuseNewErrors(context, shared, tree);
  const message = `Lấy lại: ${repository.git(['log', '-1', '--format=%s', sent.commit])}`;
  const commit = createCommit(repository, tree, [shared], message);
  await pushUndo(context, branch, commit);
  forgetSent(repository, 'last');
  const kept = keepVersion(repository, sent.commit, message.replace('Lấy lại: ', ''), settings.now);
  await receiveShared(context, branch, { headline: 'Trên máy này cũng trở lại:', source: 'lần lấy lại này' });
  dialog.say(`Đã lấy lại. Bản đã gửi còn cất ở nhánh “${kept}” trên máy này. Vài phút sau trang được dựng lại.`);
}

async function undoProposal(context: SendContext, branch: SharedBranch, name: string): Promise<void> {
  if (!(await confirm(context.dialog, `Rút lại bản đang chờ duyệt ở nhánh “${name}”?`))) {
    context.dialog.say('Chưa rút lại gì.');
    return;
  }
  await takeBackProposal(context, branch, name);
  context.dialog.say('Đã rút lại. Chỗ đã sửa vẫn ở trên máy này, chưa gửi.');
}

interface PublicArticle {
  readonly path: string;
  readonly title: string;
}

/** The new articles of a commit that readers may have seen. */
async function publicArticles(
  { repository, settings }: SendContext,
  sent: SentCommit,
  files: readonly ChangedFile[],
): Promise<PublicArticle[]> {
  const found: PublicArticle[] = [];
  for (const { path, before, after } of files) {
    const inContent = repository.pathInContent(path);
    if (before || !after || !inContent) continue;
    const facts = itemFacts(inContent, repository.fileAt(sent.commit, path) ?? Buffer.alloc(0), settings.now);
    if (facts?.kind !== 'articles' || facts.hidden) continue;
    if (await isAnswered(settings, articleAddress(fileSlug(path)))) found.push({ path, title: facts.title });
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

interface Undoing {
  readonly shared: string;
  readonly files: readonly ChangedFile[];
  readonly withdrawn: readonly string[];
  readonly reason: string;
}

/** What the files become: what they were before, or a withdrawn article with what is beside it. */
function undoneEntries(
  { repository, settings, dialog }: SendContext,
  { shared, files, withdrawn, reason }: Undoing,
): Map<string, TreeEntry | undefined> {
  const entries = new Map<string, TreeEntry | undefined>();
  for (const { path, before, after } of files) {
    const current = entryAt(repository, shared, path);
    if (withdrawn.includes(path)) {
      const text = repository.fileAt(shared, path)?.toString('utf8');
      if (text !== undefined && after) entries.set(path, withdrawnEntry(path, text));
    } else if (current?.hash !== after?.hash) {
      dialog.say(`${path} đã được người khác sửa tiếp sau lần gửi ấy: giữ nguyên.`);
    } else if (!isBesideAny(path, withdrawn) || before) {
      entries.set(path, before);
    }
  }
  if (entries.size === 0)
    throw new SettingsError('Không lấy lại được gì: mọi tệp của lần gửi ấy đã được người khác sửa tiếp.');
  return entries;

  function withdrawnEntry(path: string, text: string): TreeEntry {
    const input = withdrawnText(path, text, reason, settings.now);
    return { mode: '100644', hash: repository.git(['hash-object', '-w', '--stdin'], { input }) };
  }
}

/** Whether a file that is no item is in the folder of a withdrawn article, or below: it may belong to it. */
function isBesideAny(path: string, articles: readonly string[]): boolean {
  return (
    !path.endsWith('.md') && articles.some((article) => path.startsWith(article.slice(0, article.lastIndexOf('/') + 1)))
  );
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

async function pushUndo({ repository, dialog }: SendContext, branch: SharedBranch, commit: string): Promise<void> {
  const args = ['push', '--quiet', branch.remote, `${commit}:refs/heads/${branch.name}`];
  const { status, stderr } = await runSignedIn(repository, branch.remote, args, dialog);
  if (status === 0) return;
  const { sentence } = explainGitFailure(stderr);
  throw new SettingsError(sentence.replace('npm run send', 'npm run undo').replace('Chưa gửi gì', 'Chưa lấy lại gì'));
}
