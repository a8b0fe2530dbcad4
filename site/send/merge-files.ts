import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { type ChangedFile, changedFiles, type TreeEntry } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** Two versions of all files, and the one from which both were made; trees or commits. */
export interface Versions {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** A file that both changed, each to something else; undefined where it is not there. */
export interface FileOfBoth {
  /** Relative to the root of the repository; where the file is now, if one side renamed it. */
  readonly path: string;
  readonly base: TreeEntry | undefined;
  readonly mine: TreeEntry | undefined;
  readonly theirs: TreeEntry | undefined;
  /** The edits of both in one text; undefined if they touch each other. */
  readonly merged: TreeEntry | undefined;
}

/** What has to change in the tree of `theirs` so that it has the changes of both. */
export interface MergedFiles {
  /** What only this machine changed. */
  readonly entries: ReadonlyMap<string, TreeEntry | undefined>;
  readonly ofBoth: readonly FileOfBoth[];
}

/**
 * Merges two versions file by file. Renames are not guessed by likeness, as git does: only a file with the same
 * permanent id, or the same bytes, is the renamed one, so that no edit gets into another article.
 */
export function mergeFiles(repository: Repository, { base, mine, theirs }: Versions): MergedFiles {
  const [byMe = new Map(), byThem = new Map()] = [mine, theirs].map(
    (version) => new Map(changedFiles(repository, base, version).map((file) => [file.path, file])),
  );
  const entries = new Map<string, TreeEntry | undefined>();
  const ofBoth: FileOfBoth[] = [];
  const add = (path: string, base: TreeEntry | undefined, mine?: TreeEntry, theirs?: TreeEntry) =>
    ofBoth.push({ path, base, mine, theirs, merged: mergedText(repository, base, mine, theirs) });
  for (const file of byMe.values()) {
    const other = byThem.get(file.path);
    if (!other) entries.set(file.path, file.after);
    else if (isSame(file.after, other.after)) continue;
    else {
      const renamedByThem = !other.after && renamedFile(repository, file.before, byThem);
      const renamedByMe = !file.after && renamedFile(repository, file.before, byMe);
      if (renamedByThem) add(renamedByThem.path, file.before, file.after, renamedByThem.after);
      else if (renamedByMe) {
        add(renamedByMe.path, file.before, renamedByMe.after, other.after);
        entries.set(file.path, undefined);
      } else add(file.path, file.before, file.after, other.after);
    }
  }
  requireNoFileInPlaceOfFolder(repository, theirs, entries);
  return { entries, ofBoth };
}

function isSame(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  return a?.hash === b?.hash && a?.mode === b?.mode;
}

/** The new file that an item which is gone became. */
function renamedFile(
  repository: Repository,
  gone: TreeEntry | undefined,
  changes: ReadonlyMap<string, ChangedFile>,
): ChangedFile | undefined {
  if (!gone) return undefined;
  const id = permanentId(repository, gone);
  return [...changes.values()].find(
    ({ path, before, after }) =>
      !before &&
      after &&
      (after.hash === gone.hash || (id !== undefined && path.endsWith('.md') && permanentId(repository, after) === id)),
  );
}

function permanentId(repository: Repository, entry: TreeEntry): string | undefined {
  return /^id:[ \t]*(\S+)/m.exec(repository.blob(entry.hash).toString('utf8'))?.[1];
}

/** The text with the edits of both, as git merges lines; undefined if they touch each other, or it is no text. */
function mergedText(
  repository: Repository,
  base: TreeEntry | undefined,
  mine: TreeEntry | undefined,
  theirs: TreeEntry | undefined,
): TreeEntry | undefined {
  if (!base || !mine || !theirs) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'send-'));
  try {
    const files = [mine, base, theirs].map(({ hash }, index) => {
      const file = join(folder, String(index));
      writeFileSync(file, repository.blob(hash));
      return file;
    });
    const { status, stdout } = repository.attempt(['merge-file', '--stdout', ...files]);
    if (status !== 0) return undefined;
    return { mode: mine.mode, hash: repository.git(['hash-object', '-w', '--stdin'], { input: stdout }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws a SettingsError where one side has a file and the other a folder of the same name. */
function requireNoFileInPlaceOfFolder(
  repository: Repository,
  theirs: string,
  entries: ReadonlyMap<string, TreeEntry | undefined>,
): void {
  const added = [...entries].filter(([, entry]) => entry).map(([path]) => path);
  if (added.length === 0) return;
  const paths = new Set(repository.list(['ls-tree', '-r', '-z', '--name-only', theirs]));
  for (const [path, entry] of entries) entry ? paths.add(path) : paths.delete(path);
  const folders = new Set([...paths].flatMap(parentsOf));
  const both = added.flatMap((path) => [path, ...parentsOf(path)]).find((path) => paths.has(path) && folders.has(path));
  if (both !== undefined)
    throw new SettingsError(
      `Ở kho chung và trên máy này, “${both}” một bên là tệp, một bên là thư mục: đổi tên bên của bạn rồi chạy lại. Chưa gửi gì, và không mất gì.`,
    );
}

/** "a/b" and "a" for "a/b/c". */
function parentsOf(path: string): string[] {
  return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index));
}
