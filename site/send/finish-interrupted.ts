import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { unnamed, withTemporaryIndex } from './content-tree.ts';
import { choose, confirm, type Dialog } from './dialog.ts';
import { keepVersion } from './keep-version.ts';
import type { Repository } from './repository.ts';

/** A git command that stopped in the middle, and how it is taken back. */
interface InterruptedCommand {
  /** The file or folder of git's own that is there until it has ended. */
  readonly file: string;
  readonly name: string;
  readonly abort: readonly string[];
}

const interruptible: readonly InterruptedCommand[] = [
  { file: 'MERGE_HEAD', name: 'một lần gộp (merge)', abort: ['merge', '--abort'] },
  { file: 'rebase-merge', name: 'một lần xếp lại (rebase)', abort: ['rebase', '--abort'] },
  { file: 'rebase-apply/applying', name: 'một lần nhận bản vá (am)', abort: ['am', '--abort'] },
  { file: 'rebase-apply', name: 'một lần xếp lại (rebase)', abort: ['rebase', '--abort'] },
  { file: 'CHERRY_PICK_HEAD', name: 'một lần chép (cherry-pick)', abort: ['cherry-pick', '--abort'] },
  { file: 'REVERT_HEAD', name: 'một lần trả lại (revert)', abort: ['revert', '--abort'] },
  { file: 'BISECT_LOG', name: 'một lần dò lỗi (bisect)', abort: ['bisect', 'reset'] },
];

/**
 * Ends what another git command left unfinished, after keeping all files as they are under a branch: a merge without
 * conflict markers can be completed, the rest is taken back. Throws a SettingsError if the editor wants to stop.
 */
export async function finishInterrupted(repository: Repository, dialog: Dialog, now: Date): Promise<void> {
  const interrupted = interruptible.find(({ file }) => existsSync(repository.gitFile(file)));
  const conflicts = unmergedFiles(repository);
  if (!interrupted && conflicts.length === 0) return;
  dialog.say(
    interrupted
      ? `Trong thư mục này ${interrupted.name} đang dở dang, ai đó để lại.`
      : `Trong thư mục này có ${conflicts.length} tệp mà hai bản chưa được gộp xong: ${conflicts.join(', ')}.`,
  );
  const branch = keepFilesOnDisk(repository, now);
  dialog.say(`Mọi tệp như đang có đã cất ở nhánh “${branch}”, nên không mất gì.`);
  if (interrupted?.file === 'MERGE_HEAD' && !conflicts.some((file) => hasConflictMarker(repository, file))) {
    dialog.say('Các tệp không còn dấu của chỗ hai người cùng sửa, nên có thể làm cho xong.');
    const answer = await choose(dialog, ['Làm cho xong, theo các tệp như đang có', 'Trở lại như trước lần gộp ấy'], 0);
    if (answer === 0) {
      repository.git(['add', '--all', '--', repository.contentPath, ...conflicts]);
      repository.git(['commit', '--quiet', '--no-verify', '--no-edit']);
      return;
    }
  } else if (
    !(await confirm(dialog, interrupted ? 'Trở lại như trước lúc ấy?' : 'Lấy bản của máy này cho các tệp ấy?'))
  ) {
    throw new SettingsError('Chưa gửi gì. Làm xong việc đang dở rồi chạy lại, hoặc nhờ người quản trị.');
  }
  if (interrupted) repository.git(interrupted.abort);
  // Also after that: putting saved changes back may have left new conflicts.
  takeVersionsOfThisMachine(repository);
}

function unmergedFiles(repository: Repository): string[] {
  return repository.list(['diff', '--name-only', '--diff-filter=U', '-z', '--no-ext-diff']);
}

function hasConflictMarker({ root }: Repository, file: string): boolean {
  const path = join(root, file);
  return existsSync(path) && /^(?:<{7}|>{7}) /m.test(readFileSync(path, 'utf8'));
}

/** Keeps every file of the folder that git does not ignore under a branch; returns its name. */
function keepFilesOnDisk(repository: Repository, now: Date): string {
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
  return keepVersion(repository, commit, 'viec do dang', now);
}

/**
 * Where changes of this machine could not be put back onto the shared version, as after `git stash pop`: files get the
 * version of this machine, which is then an ordinary change.
 */
function takeVersionsOfThisMachine(repository: Repository): void {
  for (const file of unmergedFiles(repository)) {
    const { status, stdout } = repository.attempt(['cat-file', 'blob', `:3:${file}`]);
    if (status === 0) writeFileSync(join(repository.root, file), stdout);
    repository.git(['reset', '--quiet', '--', file]);
  }
}
