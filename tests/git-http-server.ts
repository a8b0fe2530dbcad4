import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** How the server of a shared repository behaves. */
export interface GitHttpBehaviour {
  /** The password that it wants of everybody. */
  readonly token?: string;
  /** The status with which it answers what would write. */
  readonly refuseWriting?: number;
  /** Breaks the connection off: before what was sent is stored, or after it and before the answer. */
  readonly breakOff?: 'before' | 'after';
}

/**
 * Serves the bare repositories of a folder with git's own `git http-backend`, until the test ends; returns the address.
 * It runs in a thread of its own, because git commands block the thread of the test.
 */
export async function serveGit(folder: string, behaviour: GitHttpBehaviour = {}): Promise<string> {
  const worker = new Worker(new URL('./git-http-worker.ts', import.meta.url), { workerData: { folder, ...behaviour } });
  onTestFinished(async () => {
    await worker.terminate();
  });
  const [port] = await once(worker, 'message');
  return `http://127.0.0.1:${port}`;
}
