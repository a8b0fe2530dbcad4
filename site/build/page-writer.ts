import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedFile } from './file-writer.ts';

/** Writes files in a worker thread while the next ones are rendered; it holds at most one batch. */
export class PageWriter implements AsyncDisposable {
  readonly #worker = new Worker(new URL('page-writer-thread.ts', import.meta.url));
  readonly #ended: Promise<never>;
  #written: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#ended = new Promise((_, reject) => {
      this.#worker.on('error', reject);
      this.#worker.on('exit', () => reject(new Error('The thread that writes pages ended by itself.')));
    });
    // It may reject before it is awaited: that is not an unhandled rejection.
    this.#ended.catch(() => {});
  }

  /** Sends a batch of files to the worker once the previous batch is written. Throws if that one could not be. */
  async write(files: readonly RenderedFile[]): Promise<void> {
    await this.#written;
    this.#worker.postMessage(files);
    this.#written = Promise.race([once(this.#worker, 'message'), this.#ended]);
    this.#written.catch(() => {});
  }

  /** Waits until all files are written. Throws if one could not be. */
  async finish(): Promise<void> {
    await this.#written;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
