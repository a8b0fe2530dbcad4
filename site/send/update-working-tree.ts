import { lstatSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { changedFiles, unnamed, withTemporaryIndex } from './content-tree.ts';
import { withRecordedCheckout } from './interrupted-checkout.ts';
import { describeKept, keepVersion } from './keep-version.ts';
import type { Repository } from './repository.ts';
import type { SendContext } from './send-context.ts';

/** The tree that git's index holds, and the one that the files on the disk should have. */
interface TreeChange {
  readonly from: string;
  readonly to: string;
  /** A commit on which versions that are put aside are based. */
  readonly head: string;
}

/**
 * Brings the files on the disk, and git's index, to another tree. A file in the way that this machine changed, and that
 * the index does not know, is kept first.
 */
export function updateWorkingTree(context: SendContext, { from, to, head }: TreeChange): void {
  const { repository, dialog } = context;
  const inTheWay = filesInTheWay(repository, from, to);
  if (inTheWay.length > 0) {
    const kept = keepVersion(context, commitOf(repository, inTheWay, head), {
      title: inTheWay[0] ?? '',
      files: inTheWay,
    });
    dialog.say('Vài tệp trên máy này khác kho chung, mà kho chung vừa đổi chúng: nay dùng bản của kho chung.');
    dialog.say(describeKept('Bản trên máy này', kept));
    removeAndRestore(repository, inTheWay);
  }
  withRecordedCheckout(repository, to, () => repository.git(['read-tree', '-m', '-u', from, to]));
}

/** The files that the change would overwrite and of which git has no copy, relative to the root. */
function filesInTheWay(repository: Repository, from: string, to: string): string[] {
  const modified = new Set(repository.list(['diff', '--name-only', '-z', '--no-ext-diff']));
  const tracked = new Set(repository.list(['ls-files', '-z']));
  const found = changedFiles(repository, from, to).flatMap(({ path, before, after }) => {
    if (before) return modified.has(path) && statsOf(repository, path) ? [path] : [];
    return after ? untrackedAt(repository, path, tracked) : [];
  });
  return [...new Set(found)];
}

/** What stands where a file will be written: a file, the files of a folder, or a file in place of its folder. */
function untrackedAt(repository: Repository, path: string, tracked: ReadonlySet<string>): string[] {
  const parents = Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index));
  const parent = parents.find((folder) => statsOf(repository, folder)?.isDirectory() === false);
  if (parent !== undefined) return tracked.has(parent) ? [] : [parent];
  const stats = statsOf(repository, path);
  if (!stats?.isDirectory()) return stats ? [path] : [];
  return readdirSync(join(repository.root, path), { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    .filter((file) => !statsOf(repository, file)?.isDirectory() && !tracked.has(file));
}

/** Of the link itself; undefined if there is nothing. */
function statsOf({ root }: Repository, path: string): Stats | undefined {
  try {
    return lstatSync(join(root, path));
  } catch {
    return undefined;
  }
}

function commitOf(repository: Repository, paths: readonly string[], head: string): string {
  const tree = withTemporaryIndex(repository, (environment) => {
    repository.git(['read-tree', head], { environment });
    const input = `${paths.join('\0')}\0`;
    repository.git(['update-index', '--add', '--replace', '-z', '--stdin'], { environment, input });
    return repository.git(['write-tree'], { environment });
  });
  const message = 'Tệp trên máy này, cất trước khi lấy bản của kho chung';
  return repository.git(['commit-tree', '--no-gpg-sign', '-p', head, '-m', message, tree], { environment: unnamed });
}

/** Removes files; those that the index knows come back as they are there. */
function removeAndRestore(repository: Repository, paths: readonly string[]): void {
  const tracked = repository.list(['ls-files', '-z', '--', ...paths]);
  for (const path of paths) rmSync(join(repository.root, path), { force: true });
  // "-u": otherwise git takes what it just wrote for changed.
  if (tracked.length > 0)
    repository.git(['checkout-index', '-u', '-z', '--stdin'], { input: `${tracked.join('\0')}\0` });
}
