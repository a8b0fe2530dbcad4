import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { changedFiles, unnamed, withTemporaryIndex } from './content-tree.ts';
import type { Dialog } from './dialog.ts';
import { keepVersion } from './keep-version.ts';
import type { Repository } from './repository.ts';

/** The tree that git's index holds, and the one that the files on the disk should have. */
interface TreeChange {
  readonly from: string;
  readonly to: string;
  /** A commit on which versions that are put aside are based. */
  readonly head: string;
}

/**
 * Brings the files on the disk, and git's index, to another tree. A file in the way that this machine changed, and that
 * the index does not know, is kept under a branch first.
 */
export function updateWorkingTree(
  repository: Repository,
  { from, to, head }: TreeChange,
  { say, now }: Pick<Dialog, 'say'> & { readonly now: Date },
): void {
  const inTheWay = filesInTheWay(repository, from, to);
  if (inTheWay.length > 0) {
    const branch = putAside(repository, inTheWay, head, now);
    const named = inTheWay.slice(0, 5).join(', ');
    const more = inTheWay.length > 5 ? ` và ${inTheWay.length - 5} tệp nữa` : '';
    say(
      `Tệp trên máy này khác bản chung, mà bản chung vừa đổi: ${named}${more}. Bản trên máy này đã cất ở nhánh “${branch}”, nay dùng bản chung.`,
    );
  }
  repository.git(['read-tree', '-m', '-u', from, to]);
}

/** The files that the change would overwrite and of which git has no copy. */
function filesInTheWay(repository: Repository, from: string, to: string): string[] {
  const modified = new Set(repository.list(['diff', '--name-only', '-z', '--no-ext-diff']));
  return changedFiles(repository, from, to)
    .filter(({ path, before }) => (before === undefined || modified.has(path)) && existsOnDisk(repository, path))
    .map(({ path }) => path);
}

function existsOnDisk({ root }: Repository, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

/** Keeps files as they are on the disk under a branch, and puts those of the index in their place. */
function putAside(repository: Repository, paths: readonly string[], head: string, now: Date): string {
  const input = `${paths.join('\0')}\0`;
  const tree = withTemporaryIndex(repository, (environment) => {
    repository.git(['read-tree', head], { environment });
    repository.git(['update-index', '--add', '-z', '--stdin'], { environment, input });
    return repository.git(['write-tree'], { environment });
  });
  const message = 'Tệp trên máy này, cất trước khi lấy bản chung';
  const commit = repository.git(['commit-tree', '--no-gpg-sign', '-p', head, '-m', message, tree], {
    environment: unnamed,
  });
  const branch = keepVersion(repository, commit, paths[0] ?? '', now);
  for (const path of paths) rmSync(join(repository.root, path), { recursive: true, force: true });
  const tracked = repository.list(['ls-files', '-z', '--', ...paths]);
  repository.git(['checkout-index', '-z', '--stdin'], { input: `${tracked.join('\0')}\0` });
  return branch;
}
