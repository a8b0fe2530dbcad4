import { changesBetween } from './changes-between.ts';
import { commitMessage } from './commit-message.ts';
import { type ContentChange, describeChange, whatReadersSee } from './content-change.ts';
import { changedFiles, stageContent, treeOf } from './content-tree.ts';
import { createCommit } from './create-commit.ts';
import { discardChanges } from './discard-changes.ts';
import { authorsOf, type EarlierCommits, earlierCommits, earlierNote, withNote } from './earlier-commits.ts';
import { finishInterrupted } from './finish-interrupted.ts';
import { ensureIdentity } from './identity.ts';
import { keepVersion } from './keep-version.ts';
import { alreadyProposed, propose } from './propose.ts';
import { pushCommit, pushError } from './push-commit.ts';
import { type Received, receiveShared } from './receive-shared.ts';
import { refuseErrors } from './refuse-errors.ts';
import type { Repository, SharedBranch } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { forgetSent, recordSent } from './sent-commits.ts';
import { sharedBranch } from './shared-branch.ts';
import { UnfinishedError, withOutcome } from './unfinished-error.ts';
import { unsentFiles } from './unsent-files.ts';

/** How often others may send first before an editor is asked to try later. */
const maxTries = 5;

/**
 * Sends the changes of content/ to the shared repository: checks them, merges what others sent, shows what will go out
 * and asks. Throws a SettingsError if nothing was sent; no version of any file is lost then.
 */
export async function sendContent(context: SendContext): Promise<void> {
  await withOutcome('Chưa gửi gì, và không mất gì.', () => checkAndSend(context));
}

async function checkAndSend(context: SendContext): Promise<void> {
  const { repository, dialog, settings } = context;
  await ensureIdentity(repository, dialog);
  await finishInterrupted(context);
  const branch = sharedBranch(repository);
  const staged = stageContent(repository, repository.commit('HEAD'));
  let notes = await refuseErrors(context, repository.commit(branch.ref), staged);
  let confirmed: string | undefined;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const received = await receiveShared(context, branch);
    const changes = changesBetween(repository, treeOf(repository, received.shared), received.tree, settings.now);
    const others = filesOutside(repository, received);
    if (changes.length === 0 && others.length === 0) {
      followShared(context, received);
      dialog.say(
        ['Không có gì để gửi: nội dung trên máy này đúng như kho chung.', ...unsentFiles(repository)].join('\n'),
      );
      return;
    }
    if (received.isNew) notes = await refuseErrors(context, received.shared, received.tree);
    const contents = contentsToSend(repository, received);
    if (contents !== confirmed) {
      const { head, shared, tree } = received;
      const earlier: EarlierCommits = head && shared ? earlierCommits(repository, shared, head, tree) : new Map();
      const described = changes.map((change) => withAuthors(repository, change, earlier));
      const sent = alreadyProposed(repository, branch, received);
      dialog.say(
        ['Sẽ gửi đi:', ...describe(described, others), ...unsentFiles(repository), ...notes, ...sent].join('\n'),
      );
      if (!(await isConfirmed(context, received, earlier.size > 0))) return;
      confirmed = contents;
    }
    if (await push(context, branch, received, changes)) return;
    dialog.say('Vừa lúc ấy có người khác gửi trước: lấy về rồi gửi lại.');
  }
  throw new UnfinishedError(
    'Nhiều người đang gửi cùng lúc: đợi vài phút rồi chạy lại; vẫn thế thì hỏi người quản trị.',
  );
}

const usualQuestion = {
  question: 'Gửi? (Enter: có; k: không; b: bỏ những chỗ sửa ấy)',
  usual: 'send',
  error: 'Bấm Enter nếu gửi, gõ k nếu chưa gửi, gõ b nếu muốn bỏ những chỗ đã sửa.',
};

const questionOfEarlier = {
  question: 'Gửi cả những chỗ ghi từ trước? (c: có; Enter: không; b: bỏ tất cả những chỗ sửa ấy)',
  usual: 'keep',
  error: 'Gõ c nếu gửi, bấm Enter nếu chưa gửi, gõ b nếu muốn bỏ những chỗ đã sửa.',
};

/**
 * Asks whether to send; the editor can also give up the changes of this machine. Those that somebody committed earlier
 * are not sent by Enter alone.
 */
async function isConfirmed(
  context: SendContext,
  { tree, head, shared }: Received,
  hasEarlier: boolean,
): Promise<boolean> {
  const { dialog } = context;
  const { question, usual, error } = hasEarlier ? questionOfEarlier : usualQuestion;
  const answer = await dialog.ask(question, (text) => {
    if (text === '') return { answer: usual };
    if (/^(?:c|có|co|y|yes)$/i.test(text)) return { answer: 'send' };
    if (/^(?:k|kh|ko|không|khong|n|no)$/i.test(text)) return { answer: 'keep' };
    if (/^(?:b|bỏ|bo)$/i.test(text)) return { answer: 'discard' };
    return { error };
  });
  if (answer === 'send') return true;
  if (answer === 'discard' && head && shared) await discardChanges(context, { tree, head, shared });
  else dialog.say('Chưa gửi. Mọi thứ vẫn ở trên máy này; chạy lại npm run send lúc nào cũng được.');
  return false;
}

function withAuthors(repository: Repository, change: ContentChange, earlier: EarlierCommits): ContentChange {
  const authors = authorsOf(repository, change, earlier);
  if (authors.length === 0) return change;
  return withNote(change, earlierNote(authors));
}

/** Identifies the bytes that would be sent: what an editor confirmed is sent, and nothing else. */
function contentsToSend(repository: Repository, { shared, head, tree }: Received): string {
  return JSON.stringify([head === shared, changedFiles(repository, treeOf(repository, shared), tree)]);
}

/** Where commits of this machine change nothing any more, it follows the shared version; they stay under a branch. */
function followShared(context: SendContext, { head, shared }: Received): void {
  if (!head || !shared || head === shared) return;
  keepVersion(context, head, { title: 'khong con gi khac', files: [] });
  context.repository.git(['update-ref', '-m', 'npm run send', 'HEAD', shared]);
}

/** Files outside content/ that go along with commits which somebody made on this machine. */
function filesOutside(repository: Repository, { shared, tree }: Received): string[] {
  return changedFiles(repository, treeOf(repository, shared), tree)
    .filter(({ path }) => repository.pathInContent(path) === undefined)
    .map(({ path }) => path);
}

/** More files than an editor reads one by one. */
const maxOutside = 20;

function describe(changes: readonly ContentChange[], outside: readonly string[]): string[] {
  const more = outside.length - maxOutside;
  return [
    ...changes.map((change) => `  ${describeChange(change)}`),
    ...(outside.length > 0 ? ['  NGOÀI nội dung, do ai đó đã ghi sẵn bằng lệnh của Git trên máy này:'] : []),
    ...outside.slice(0, maxOutside).map((path) => `    ${path}`),
    ...(more > 0 ? [`    … và ${more} tệp nữa`] : []),
  ];
}

/** Sends; false if somebody else was first. Throws a SettingsError for any other failure. */
async function push(
  context: SendContext,
  branch: SharedBranch,
  { head, shared, tree }: Received,
  changes: readonly ContentChange[],
): Promise<boolean> {
  const { repository, dialog } = context;
  const isCommitted = head !== undefined && tree === treeOf(repository, head);
  const commit = isCommitted ? head : createCommit(repository, tree, head ? [head] : [], commitMessage(changes));
  // The record tells the next run whether a commit has arrived whose answer was lost.
  if (shared) recordSent(repository, 'pending', { commit, before: shared });
  dialog.say('Đang gửi…');
  const failure = await pushCommit(context, branch, commit);
  if (shared && !failure?.isUncertain) forgetSent(repository, 'pending');
  if (failure?.kind === 'outdated') return false;
  if (failure?.kind === 'protected') {
    await propose(context, branch, { commit, shared, changes });
    return true;
  }
  if (failure) throw pushError(failure);
  await withOutcome('Đã gửi rồi: hết lỗi ấy thì chạy lại, máy này sẽ theo kịp.', () => {
    if (shared) recordSent(repository, 'last', { commit, before: shared });
    repository.git(['update-ref', '-m', 'npm run send', 'HEAD', commit]);
  });
  dialog.say(`Đã gửi. ${whatReadersSee(changes)} Gửi nhầm thì npm run undo lấy lại.`);
  return true;
}
