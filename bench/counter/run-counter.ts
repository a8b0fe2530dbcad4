import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#site/settings.ts';
import { scriptArgs } from '../fixtures/run-script.ts';

/** A server in a child process. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** Sends a signal; resolves to the exit code, or to null when the signal terminated the process. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a Node script that prints the address it listens on. */
export async function runServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  if (!child.stdout || !child.pid) throw new Error(`${args.join(' ')} did not start`);
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /:(\d+)(?:\/|$)/.exec(line) ?? [];
    if (!port) continue;
    return {
      port: Number(port),
      pid: child.pid,
      async stop(signal) {
        child.kill(signal);
        const [code] = await exited;
        return code;
      },
    };
  }
  throw new Error(`${args.join(' ')} ended without naming its address`);
}

/** Starts `npm run counter` with its files in a folder. */
export function runCounter(folder: string): Promise<RunningServer> {
  return runServer(scriptArgs('scripts/counter.ts'), {
    COUNTER_DB: join(folder, 'counter.db'),
    COUNTER_SITEMAP: join(folder, 'sitemap.xml'),
    COUNTER_HOST: '127.0.0.1',
    COUNTER_PORT: '0',
    COUNTER_TRUSTED_HEADER: 'X-Real-IP',
    COUNTER_ADMIN_TOKEN: '',
    COUNTER_SALT: '',
    SITE_URL: 'https://example.org',
  });
}
