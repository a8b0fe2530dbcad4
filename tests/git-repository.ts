import { execFileSync } from 'node:child_process';

/** Runs git in a folder, as an editor with a name; returns what it prints. */
export function runGit(folder: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=Biên tập viên',
    '-c',
    'user.email=btv@example.org',
    '-c',
    'init.defaultBranch=main',
  ];
  return execFileSync('git', [...identity, '-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Commits every file of a folder, which becomes a repository if it is none; returns the commit. */
export function commitAll(folder: string, message = 'Nội dung'): string {
  runGit(folder, 'init', '--quiet');
  runGit(folder, 'add', '--all');
  runGit(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
  return runGit(folder, 'rev-parse', 'HEAD');
}
