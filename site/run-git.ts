import { spawnSync } from 'node:child_process';

/** How a git command ended. */
export interface GitResult {
  /** The exit status; undefined if there is no git, or a signal ended it. */
  readonly status: number | undefined;
  readonly stdout: Buffer;
  /** In English, whatever the language of the machine. */
  readonly stderr: string;
}

/** What a git command is given besides its arguments. */
export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** More than a file of content/ has: without a limit of its own, spawnSync stops at one megabyte. */
const maxBuffer = 2 ** 30;

/** What a hook of git sets for the commands that it runs: here it would name another repository. */
const ofHooks = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];

/** Runs git in a folder, without a terminal: a missing password makes it fail. */
export function runGit(folder: string, args: readonly string[], options: GitOptions = {}): GitResult {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer,
    ...(options.input === undefined
      ? { stdio: ['ignore', 'pipe', 'pipe'] }
      : { stdio: ['pipe', 'pipe', 'pipe'], input: options.input }),
    env: { ...withoutHookVariables(), LC_ALL: 'C', LANGUAGE: 'C', GIT_TERMINAL_PROMPT: '0', ...options.environment },
  });
  return { status: status ?? undefined, stdout: stdout ?? Buffer.alloc(0), stderr: stderr?.toString('utf8') ?? '' };
}

function withoutHookVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofHooks.includes(name)));
}
