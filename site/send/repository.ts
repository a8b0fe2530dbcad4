import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type GitOptions, type GitResult, runGit } from '#site/run-git.ts';
import { SettingsError } from '#site/settings.ts';
import { explainGitFailure } from './git-failure.ts';
import { UnfinishedError } from './unfinished-error.ts';

/** A git command failed; the message is what an editor is told. */
export class GitError extends UnfinishedError {
  constructor(stderr: string) {
    const { sentence, output } = explainGitFailure(stderr);
    super(sentence, { output });
  }
}

/** The branch of the shared repository that the local branch follows. */
export interface SharedBranch {
  /** The name of the remote: "origin" */
  readonly remote: string;
  /** "main" */
  readonly name: string;
  /** Where git keeps its last known commit: "refs/remotes/origin/main" */
  readonly ref: string;
}

/** The git repository of a content folder. */
export class Repository {
  /** Absolute path. */
  readonly root: string;
  /** The content folder relative to the root, with "/"; "." if it is the root. */
  readonly contentPath: string;
  #gitDir: string | undefined;

  constructor(root: string, contentPath: string) {
    this.root = root;
    this.contentPath = contentPath;
  }

  /** Throws a SettingsError if there is no git, or no repository. */
  static open(contentDir: string): Repository {
    if (!existsSync(contentDir))
      throw new SettingsError(
        `Không thấy thư mục nội dung ${contentDir}. Lỡ xóa thì vào thư mục của trang, gõ git restore content (lấy lại bản đã gửi gần nhất).`,
      );
    const { status, stdout, stderr } = runGit(contentDir, ['rev-parse', '--show-toplevel', '--show-prefix']);
    if (status !== 0) throw new GitError(stderr || 'git: command not found');
    const [root = '', prefix = ''] = stdout.toString('utf8').split('\n');
    return new Repository(root, prefix.replace(/\/$/, '') || '.');
  }

  /** Runs a command that may fail. */
  attempt(args: readonly string[], options?: GitOptions): GitResult {
    return runGit(this.root, ['--literal-pathspecs', '-c', 'log.showSignature=false', ...args], options);
  }

  /** What a command prints, without the last line end. Throws a GitError if it fails. */
  git(args: readonly string[], options?: GitOptions): string {
    const { status, stdout, stderr } = this.attempt(args, options);
    if (status !== 0) throw new GitError(stderr);
    return stdout.toString('utf8').trimEnd();
  }

  /** Throws the GitError for what a failed command printed. */
  fail(stderr: string): never {
    throw new GitError(stderr);
  }

  /** The parts of what a command prints between NUL characters. */
  list(args: readonly string[], options?: GitOptions): string[] {
    return this.git(args, options).split('\0').filter(Boolean);
  }

  /** The commit that a name means; undefined if there is none. */
  commit(name: string): string | undefined {
    const { status, stdout, stderr } = this.attempt(['rev-parse', '--quiet', '--verify', `${name}^{commit}`]);
    // 1: there is none; a failure is not to be taken for that.
    if (status !== 0 && status !== 1) this.fail(stderr);
    return status === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  isAncestor(commit: string, of: string): boolean {
    if (commit === of) return true;
    const { status, stderr } = this.attempt(['merge-base', '--is-ancestor', commit, of]);
    if (status !== 0 && status !== 1) this.fail(stderr);
    return status === 0;
  }

  /** The bytes of a file in a commit or a tree; undefined if it is not there. */
  fileAt(treeish: string, path: string): Buffer | undefined {
    const { status, stdout } = this.attempt(['cat-file', 'blob', `${treeish}:${path}`]);
    return status === 0 ? stdout : undefined;
  }

  /** The bytes of a blob. */
  blob(hash: string): Buffer {
    const { status, stdout, stderr } = this.attempt(['cat-file', 'blob', hash]);
    return status === 0 ? stdout : this.fail(stderr);
  }

  setting(name: string): string | undefined {
    const { status, stdout } = this.attempt(['config', '--get', name]);
    return status === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  /** The absolute path of a file of git's own for this working tree, as "MERGE_HEAD". */
  gitFile(name: string): string {
    this.#gitDir ??= this.git(['rev-parse', '--absolute-git-dir']);
    return join(this.#gitDir, name);
  }

  /** The path of a file below content/ relative to the root. */
  contentFile(path: string): string {
    return posix.join(this.contentPath, path);
  }

  /** The path below content/ of a file relative to the root; undefined if it is outside. */
  pathInContent(file: string): string | undefined {
    if (this.contentPath === '.') return file;
    return file.startsWith(`${this.contentPath}/`) ? file.slice(this.contentPath.length + 1) : undefined;
  }
}
