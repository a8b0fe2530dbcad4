import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { decodeAddress } from '#site/read/decode-address.ts';
import { caselessNameKey } from '#site/read/name-key.ts';
import { siblingFolders } from '#site/read/resolve-sibling.ts';
import { git } from './git.ts';

/** A Markdown file of content/ at a commit. */
interface ItemAtCommit {
  readonly commit: string;
  /** Relative to content/, with "/". */
  readonly path: string;
  /** All files of content/ at that commit. */
  readonly files: readonly string[];
}

/**
 * Writes the Markdown file of a commit and the files beside it that it may name, at the same paths in another folder;
 * `isWanted` can exclude some. Returns the written files, the Markdown file first; none if git does not have it.
 */
export function writeItemAtCommit(
  contentDir: string,
  { commit, path, files }: ItemAtCommit,
  folder: string,
  isWanted: (file: string) => boolean = () => true,
): string[] {
  const read = (name: string) => git(contentDir, 'cat-file', 'blob', `${commit}:./${name}`);
  const write = (name: string, bytes: Uint8Array) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  };
  const markdown = read(path);
  if (!markdown) return [];
  const text = markdown.toString();
  const mentioned = caselessNameKey(`${text}\n${text.replace(/\S*%[\da-f]{2}\S*/gi, decodeAddress)}`);
  const folders = siblingFolders(path).map((sibling) => (sibling === '.' ? '' : `${sibling}/`));
  const named = files.filter(
    (name) =>
      !name.endsWith('.md') &&
      folders.some((sibling) => name.startsWith(sibling)) &&
      // Without its extension: a video of that name has a picture of the same name.
      mentioned.includes(caselessNameKey(basename(name, extname(name)))) &&
      isWanted(join(folder, name)),
  );
  return [write(path, markdown), ...named.map((name) => write(name, read(name) ?? new Uint8Array()))];
}
