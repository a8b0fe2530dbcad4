import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#site/settings.ts';
import { commandLine } from '../fixtures/run-build.ts';

/** A server that runs in a process of its own. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** Ends it by a signal; the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server that prints the address it listens at. */
export async function runServer(
  words: readonly string[],
  knobs: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...knobs },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  if (!child.stdout || !child.pid) throw new Error(`${words.join(' ')} did not start`);
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /:(\d+)(?:\/|$)/.exec(line) ?? [];
    if (!port) continue;
    return {
      port: Number(port),
      pid: child.pid,
      async end(signal) {
        child.kill(signal);
        const [code] = await exited;
        return code;
      },
    };
  }
  throw new Error(`${words.join(' ')} ended without naming its address`);
}

/** The real `npm run counter` on files of a folder. */
export function runCounter(folder: string): Promise<RunningServer> {
  return runServer(commandLine('scripts/counter.ts'), {
    COUNTER_DB: join(folder, 'counter.db'),
    COUNTER_SITEMAP: join(folder, 'sitemap.xml'),
    COUNTER_HOST: '127.0.0.1',
    COUNTER_PORT: '0',
    COUNTER_TRUSTED_HEADER: 'X-Real-IP',
    COUNTER_ADMIN_TOKEN: '',
    COUNTER_SALT: '',
    SITE_URL: '',
  });
}
