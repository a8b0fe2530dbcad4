import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PrintedFile } from './printed-file-writer.ts';

/** Writes files in a thread of its own while the next ones are printed; it holds no more than it was given last. */
export class PageWriter implements AsyncDisposable {
  readonly #thread = new Worker(new URL('page-writer-thread.ts', import.meta.url));
  readonly #ended: Promise<never>;
  #written: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#ended = new Promise((_, reject) => {
      this.#thread.on('error', reject);
      this.#thread.on('exit', () => reject(new Error('The thread that writes pages ended by itself.')));
    });
    // It may end long before it is waited for, which is no unhandled rejection.
    this.#ended.catch(() => {});
  }

  /** Hands files over once those before are written. Throws where they could not be. */
  async write(files: readonly PrintedFile[]): Promise<void> {
    await this.#written;
    this.#thread.postMessage(files);
    this.#written = Promise.race([once(this.#thread, 'message'), this.#ended]);
    this.#written.catch(() => {});
  }

  /** Waits until all is written. Throws where it could not be. */
  async finish(): Promise<void> {
    await this.#written;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
  }
}
