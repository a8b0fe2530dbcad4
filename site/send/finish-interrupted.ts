import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedFiles, treeOf, unnamed, withTemporaryIndex } from './content-tree.ts';
import { confirm } from './dialog.ts';
import { removeHalfWritten } from './interrupted-checkout.ts';
import { type InterruptedCommand, interruptedCommand, unmergedFiles } from './interrupted-command.ts';
import { describeKept, type KeptVersion, keepVersion } from './keep-version.ts';
import type { Repository } from './repository.ts';
import type { SendContext } from './send-context.ts';
import { UnfinishedError } from './unfinished-error.ts';

/**
 * Takes back what an earlier run or another git command left unfinished, after keeping all files as they are. Throws an
 * UnfinishedError if the editor wants to stop.
 */
export async function finishInterrupted(context: SendContext): Promise<void> {
  const { repository, dialog } = context;
  removeHalfWritten(repository, repository.commit('HEAD'));
  const interrupted = interruptedCommand(repository);
  const conflicts = unmergedFiles(repository);
  if (!interrupted && conflicts.length === 0) return;
  dialog.say(
    interrupted
      ? `Ai đó dùng lệnh của Git trong thư mục này (git ${interrupted.name}) và bỏ dở giữa chừng.`
      : `Trong thư mục này có ${conflicts.length} tệp mà hai bản chưa được gộp xong: ${conflicts.join(', ')}.`,
  );
  const question = interrupted
    ? 'Bỏ việc dở dang ấy, trở lại như trước khi họ bắt đầu? Mọi tệp như đang có sẽ được cất lại.'
    : 'Lấy bản của máy này cho các tệp ấy? Tệp như đang có sẽ được cất lại.';
  if (!(await confirm(dialog, question)))
    throw new UnfinishedError('Làm xong việc đang dở rồi chạy lại, hoặc nhờ người quản trị.');
  dialog.say(describeKept('Mọi tệp như đang có', keepFilesOnDisk(context, conflicts)));
  if (interrupted) abort(repository, interrupted);
  // Also after that: putting saved changes back may have left new conflicts.
  takeVersionsOfThisMachine(repository);
}

/** git does not take back a command over files that were changed after it: those are restored first, and are kept. */
function abort(repository: Repository, { abort: command }: InterruptedCommand): void {
  if (repository.attempt(command).status === 0) return;
  const [onDisk = [], inIndex = []] = [[], ['--cached', 'HEAD']].map((args) =>
    repository.list(['diff', '--name-only', '-z', '--no-ext-diff', ...args]),
  );
  for (const file of onDisk.filter((path) => inIndex.includes(path))) {
    if (repository.attempt(['checkout', '--quiet', 'HEAD', '--', file]).status === 0) continue;
    repository.git(['rm', '--quiet', '--force', '--cached', '--', file]);
    rmSync(join(repository.root, file), { force: true });
  }
  repository.git(command);
}

/** Keeps every file of the folder that git does not ignore. */
function keepFilesOnDisk(context: SendContext, conflicts: readonly string[]): KeptVersion {
  const { repository } = context;
  const head = repository.commit('HEAD');
  const tree = withTemporaryIndex(repository, (environment) => {
    repository.git(head === undefined ? ['read-tree', '--empty'] : ['read-tree', head], { environment });
    repository.git(['add', '--all'], { environment });
    return repository.git(['write-tree'], { environment });
  });
  const parents = head === undefined ? [] : ['-p', head];
  const message = 'Các tệp như đang có, cất trước khi bỏ một việc dở dang';
  const commit = repository.git(['commit-tree', '--no-gpg-sign', ...parents, '-m', message, tree], {
    environment: unnamed,
  });
  const changed = changedFiles(repository, treeOf(repository, head), tree).map(({ path }) => path);
  const files = [...new Set([...conflicts, ...changed.filter((path) => repository.pathInContent(path) !== undefined)])];
  return keepVersion(context, commit, { title: 'viec do dang', files });
}

/** Files of which two versions were not merged get the version of this machine, which is then an ordinary change. */
function takeVersionsOfThisMachine(repository: Repository): void {
  for (const file of unmergedFiles(repository)) {
    const saved = repository.attempt(['rev-parse', '--quiet', '--verify', `refs/stash:${file}`]);
    const theirs = repository.attempt(['rev-parse', '--quiet', '--verify', `:3:${file}`]);
    // After `git stash pop` the saved version is the third; after a merge that one is of somebody else.
    const isSaved = saved.status === 0 && saved.stdout.equals(theirs.stdout);
    const { status, stdout } = repository.attempt(['cat-file', 'blob', isSaved ? `:3:${file}` : `HEAD:${file}`]);
    if (status === 0) writeFileSync(join(repository.root, file), stdout);
    else rmSync(join(repository.root, file), { force: true });
    repository.git(['reset', '--quiet', '--', file]);
  }
}
