import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Repository } from './repository.ts';

/** Who makes the commits that nobody sees: those that are only compared. */
export const unnamed = {
  GIT_AUTHOR_NAME: 'npm run send',
  GIT_AUTHOR_EMAIL: 'send@localhost',
  GIT_COMMITTER_NAME: 'npm run send',
  GIT_COMMITTER_EMAIL: 'send@localhost',
};

/**
 * Adds the files of content/ as they are on the disk to git's index, whose other entries become those of a commit.
 * Returns the tree of it: the commit with the content of this machine.
 */
export function stageContent(repository: Repository, head: string | undefined): string {
  repository.git(head === undefined ? ['read-tree', '--empty'] : ['read-tree', '--reset', head]);
  repository.git(['add', '--all', '--', repository.contentPath]);
  return repository.git(['write-tree']);
}

/** The tree of a commit; the empty one for none. */
export function treeOf(repository: Repository, commit: string | undefined): string {
  return commit === undefined
    ? repository.git(['mktree'], { input: '' })
    : repository.git(['rev-parse', `${commit}^{tree}`]);
}

/** An entry of a tree: "100644" and the hash of the bytes. */
export interface TreeEntry {
  readonly mode: string;
  readonly hash: string;
}

/** A file that differs between two trees; undefined where it is not there. */
export interface ChangedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** The files in which two trees or commits differ, sorted by path. */
export function changedFiles(repository: Repository, before: string, after: string): ChangedFile[] {
  const parts = repository.list(['diff-tree', '-r', '-z', '--raw', '--no-renames', before, after]);
  const changed: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [modeBefore = '', mode = '', hashBefore = '', hash = ''] = (parts[index] ?? '').slice(1).split(' ');
    changed.push({
      path: parts[index + 1] ?? '',
      before: toEntry(modeBefore, hashBefore),
      after: toEntry(mode, hash),
    });
  }
  return changed;
}

function toEntry(mode: string, hash: string): TreeEntry | undefined {
  return mode === '000000' ? undefined : { mode, hash };
}

/** The entry of a file in a tree or a commit; undefined if it is not there. */
export function entryAt(repository: Repository, treeish: string, path: string): TreeEntry | undefined {
  const [line = ''] = repository.list(['ls-tree', '-z', treeish, '--', path]);
  const [mode = '', , hash = ''] = line.split(/[ \t]/);
  return line === '' ? undefined : { mode, hash };
}

/** A tree with other entries at some paths; undefined removes one. */
export function treeWith(
  repository: Repository,
  tree: string,
  entries: ReadonlyMap<string, TreeEntry | undefined>,
): string {
  if (entries.size === 0) return tree;
  const lines = Array.from(entries, ([path, entry]) =>
    entry ? `${entry.mode} ${entry.hash}\t${path}\0` : `0 ${'0'.repeat(tree.length)}\t${path}\0`,
  );
  return withTemporaryIndex(repository, (environment) => {
    repository.git(['read-tree', tree], { environment });
    repository.git(['update-index', '-z', '--index-info'], { environment, input: lines.join('') });
    return repository.git(['write-tree'], { environment });
  });
}

/** Runs git commands with an index of their own. */
export function withTemporaryIndex<Result>(
  repository: Repository,
  run: (environment: Record<string, string>) => Result,
): Result {
  const file = repository.gitFile(`index-${randomUUID()}`);
  try {
    return run({ GIT_INDEX_FILE: file });
  } finally {
    rmSync(file, { force: true });
  }
}
