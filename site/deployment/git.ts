import { runGit } from '#site/run-git.ts';

/** What a git command prints, run in a folder; undefined if it fails, or if there is no git or no repository. */
export function git(folder: string, ...args: readonly string[]): Buffer | undefined {
  const { status, stdout } = runGit(folder, args);
  return status === 0 ? stdout : undefined;
}

/** The same as text, without the last line end. */
export function gitText(folder: string, ...args: readonly string[]): string | undefined {
  return git(folder, ...args)
    ?.toString('utf8')
    .trimEnd();
}

/** The files of a folder at a commit, relative to the folder; undefined if that commit is not in the repository. */
export function filesAtCommit(folder: string, commit: string): string[] | undefined {
  // Only regular files: what a symbolic link of another time names is no business of a build.
  return gitText(folder, 'ls-tree', '-r', '-z', commit, '--', '.')
    ?.split('\0')
    .filter((entry) => entry.startsWith('100'))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}
