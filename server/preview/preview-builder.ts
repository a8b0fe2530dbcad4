import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';
import type { LiveReload } from './live-reload.ts';
import type { PreviewBuildResult } from './preview-build.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const stopped = 'Máy dựng đã dừng; xem cửa sổ lệnh.';

/** Builds the preview in a child process, one build at a time, and reloads the open pages that changed. */
export class PreviewBuilder {
  readonly #env: Environment;
  readonly #reload: LiveReload;
  #child: ChildProcess | undefined;
  #state: 'idle' | 'building' | 'building, and stale' = 'idle';
  #failure: string | undefined;
  #draftErrors: string | undefined;

  constructor(env: Environment, reload: LiveReload) {
    this.#env = env;
    this.#reload = reload;
  }

  /** The message of the last build if it failed; undefined otherwise. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** The error messages of the drafts that the last build left out; undefined if there are none. */
  get draftErrors(): string | undefined {
    return this.#draftErrors;
  }

  /** Builds now, or once more when the current build has ended. */
  async rebuild(): Promise<void> {
    if (this.#state !== 'idle') {
      this.#state = 'building, and stale';
      return;
    }
    do {
      this.#state = 'building';
      await this.#build();
    } while (this.#isStale());
    this.#state = 'idle';
  }

  /** Ends the child process: the next build starts one that loads the program anew. */
  stop(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  #isStale(): boolean {
    return this.#state === 'building, and stale';
  }

  async #build(): Promise<void> {
    const before = [this.#failure, this.#draftErrors].join();
    const isNew = this.#child === undefined;
    const command = ['server/preview/preview-build.ts'];
    this.#child ??= fork(join(projectRoot, 'scripts', 'run.mjs'), command, { cwd: projectRoot, env: this.#env });
    const child = this.#child;
    const built = await buildIn(child);
    if (built) {
      // A file may have been read while it was being saved.
      if (built.failure !== undefined && this.#isStale()) return;
      this.#failure = built.failure;
      this.#draftErrors = built.draftErrors;
    } else if (!child.killed) {
      // The child ended by itself, for lack of memory for instance, perhaps long ago.
      this.#child = undefined;
      if (!isNew) return await this.#build();
      this.#failure = stopped;
    }
    if (built && [this.#failure, this.#draftErrors].join() === before) this.#reload.notifyChanged(built.changed);
    else this.#reload.notifyAll();
  }
}

/** The result of a build in a child process; undefined if the child ended before it. */
function buildIn(child: ChildProcess): Promise<PreviewBuildResult | undefined> {
  return new Promise((done) => {
    const end = () => done(undefined);
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      done(message as PreviewBuildResult);
    });
    child.send('build', (error) => error && end());
  });
}
