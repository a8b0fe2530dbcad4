import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChangedFile, changedFiles, type TreeEntry } from './content-tree.ts';
import { writtenId } from './item-facts.ts';
import type { Repository } from './repository.ts';
import { UnfinishedError } from './unfinished-error.ts';

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
  const ofBoth = new Map<string, FileOfBoth>();
  const add = (path: string, base: TreeEntry | undefined, mine?: TreeEntry, theirs?: TreeEntry) =>
    ofBoth.set(path, { path, base, mine, theirs, merged: mergedText(repository, path, { base, mine, theirs }) });
  /** The new file that one side made of a file that is gone there; none that the other side has too. */
  const renamed = (gone: TreeEntry | undefined, side: ReadonlyMap<string, ChangedFile>, other: typeof side) => {
    const file = gone && renamedFile(repository, gone, side);
    return file && !other.has(file.path) && !ofBoth.has(file.path) ? file : undefined;
  };
  for (const file of byMe.values()) {
    const other = byThem.get(file.path);
    if (!other) {
      if (!ofBoth.has(file.path)) entries.set(file.path, file.after);
      continue;
    }
    if (isSame(file.after, other.after)) continue;
    const byThemNow = other.after ? undefined : renamed(file.before, byThem, byMe);
    const byMeNow = file.after ? undefined : renamed(file.before, byMe, byThem);
    if (byThemNow) add(byThemNow.path, file.before, file.after, byThemNow.after);
    else if (byMeNow) {
      add(byMeNow.path, file.before, byMeNow.after, other.after);
      entries.delete(byMeNow.path);
      entries.set(file.path, undefined);
    } else add(file.path, file.before, file.after, other.after);
  }
  return { entries, ofBoth: [...ofBoth.values()] };
}

function isSame(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  return a?.hash === b?.hash && a?.mode === b?.mode;
}

/** The new file that an item which is gone became. */
function renamedFile(
  repository: Repository,
  gone: TreeEntry,
  changes: ReadonlyMap<string, ChangedFile>,
): ChangedFile | undefined {
  const bytes = repository.blob(gone.hash);
  const id = writtenId(bytes);
  return [...changes.values()].find(
    ({ path, before, after }) =>
      !before &&
      after &&
      ((after.hash === gone.hash && bytes.length > 0) ||
        (id !== undefined && path.endsWith('.md') && writtenId(repository.blob(after.hash)) === id)),
  );
}

/** The text with the edits of both, as git merges lines; undefined if they touch each other, or it is no text. */
function mergedText(
  repository: Repository,
  path: string,
  { base, mine, theirs }: Pick<FileOfBoth, 'base' | 'mine' | 'theirs'>,
): TreeEntry | undefined {
  if (!base || !mine || !theirs) return undefined;
  const [before, ours, others] = [base, mine, theirs].map(({ hash }) => repository.blob(hash));
  if (!before || !ours || !others) return undefined;
  // Two who add a line at the same place of a list want both lines.
  const isList = path.endsWith('.yaml') && addsOnly(before, ours) && addsOnly(before, others);
  const folder = mkdtempSync(join(tmpdir(), 'send-'));
  try {
    const files = [ours, before, others].map((bytes, index) => {
      const file = join(folder, String(index));
      writeFileSync(file, bytes);
      return file;
    });
    const { status, stdout } = repository.attempt(['merge-file', '--stdout', ...(isList ? ['--union'] : []), ...files]);
    if (status !== 0) return undefined;
    return { mode: mine.mode, hash: repository.git(['hash-object', '-w', '--stdin'], { input: stdout }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a version has every line of another, in the same order. */
function addsOnly(before: Buffer, after: Buffer): boolean {
  const kept = before.toString('utf8').split('\n');
  let found = 0;
  for (const line of after.toString('utf8').split('\n')) if (line === kept[found]) found += 1;
  return found === kept.length;
}

/** Throws an UnfinishedError where entries put into a tree would have a file and a folder of the same name. */
export function requireNoFileInPlaceOfFolder(
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
    throw new UnfinishedError(
      `Ở kho chung và trên máy này, “${both}” một bên là tệp, một bên là thư mục: đổi tên bên của bạn rồi chạy lại.`,
    );
}

/** "a/b" and "a" for "a/b/c". */
function parentsOf(path: string): string[] {
  return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index));
}
