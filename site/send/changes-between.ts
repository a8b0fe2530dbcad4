import { type ContentChange, contentChanges } from './content-change.ts';
import { changedFiles, type TreeEntry } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** What changed in content/ between two trees or commits, in the words of an editor. */
export function changesBetween(repository: Repository, before: string, after: string, now: Date): ContentChange[] {
  const changed = changedFiles(repository, before, after).flatMap((file) => {
    const path = repository.pathInContent(file.path);
    return path === undefined ? [] : [{ ...file, path }];
  });
  const items = changed.filter(({ path }) => path.endsWith('.md'));
  const blobs = readBlobs(
    repository,
    items.flatMap((file) => [file.before, file.after]),
  );
  const bytesOf = (path: string, entry: TreeEntry | undefined) =>
    entry && (path.endsWith('.md') ? blobs.get(entry.hash) : new Uint8Array());
  const files = changed.map(({ path, ...entries }) => ({
    path,
    before: bytesOf(path, entries.before),
    after: bytesOf(path, entries.after),
  }));
  return contentChanges(files, now);
}

/** The bytes of blobs by their hash, read by one process. */
function readBlobs(
  repository: Repository,
  entries: readonly (TreeEntry | undefined)[],
): ReadonlyMap<string, Uint8Array> {
  const hashes = [...new Set(entries.flatMap((entry) => (entry ? [entry.hash] : [])))];
  const { stdout } = repository.attempt(['cat-file', '--batch'], { input: hashes.map((hash) => `${hash}\n`).join('') });
  const blobs = new Map<string, Uint8Array>();
  for (let offset = 0; offset < stdout.length; ) {
    const lineEnd = stdout.indexOf(10, offset);
    const [hash = '', , size = '0'] = stdout.toString('latin1', offset, lineEnd).split(' ');
    const end = lineEnd + 1 + Number(size);
    blobs.set(hash, stdout.subarray(lineEnd + 1, end));
    offset = end + 1;
  }
  return blobs;
}
