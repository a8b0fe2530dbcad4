import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { changedFiles, unnamed } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** The tree that files on the disk are being brought to. */
const ref = 'refs/worktree/send/checkout';

/** Records the tree that files are being brought to, calls a function that does it, and forgets it again. */
export function withRecordedCheckout(repository: Repository, tree: string, checkOut: () => void): void {
  const commit = repository.git(['commit-tree', '--no-gpg-sign', '-m', '-', tree], { environment: unnamed });
  repository.git(['update-ref', ref, commit]);
  checkOut();
  repository.git(['update-ref', '-d', ref]);
}

/**
 * Removes the files that a killed process, or a full disk, left half-written: they hold the beginning of the new version
 * and no more. Nobody wrote them, so they must not be taken for changes of this machine.
 */
export function removeHalfWritten(repository: Repository, head: string | undefined): void {
  const target = repository.commit(ref);
  if (!target) return;
  for (const { path, before, after } of head ? changedFiles(repository, head, target) : []) {
    const file = join(repository.root, path);
    if (!after || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const [bytes, whole] = [readFileSync(file), repository.blob(after.hash)];
    if (bytes.length >= whole.length || !whole.subarray(0, bytes.length).equals(bytes)) continue;
    if (before && repository.blob(before.hash).equals(bytes)) continue;
    rmSync(file);
    if (before) repository.git(['checkout', '--quiet', head ?? '', '--', path]);
  }
  repository.git(['update-ref', '-d', ref]);
}
