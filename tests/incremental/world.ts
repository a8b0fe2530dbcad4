import { type ChildProcess, fork, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import type { PreviewBuildResult } from '#server/preview/preview-build.ts';
import { projectRoot } from '#site/settings.ts';

/** The exit status and output of a build. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

const copiedPaths = [
  ...['.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['assets', 'counter', 'layouts', 'news', 'scripts', 'search', 'server', 'site', 'vietnamese'],
];

/** A copy of the project and of the fixture newsroom that tests may edit. */
export class World {
  readonly project: string;
  readonly output: string;
  readonly memory: string;
  /** Environment variables of the next builds. */
  readonly knobs: Record<string, string> = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime };
  readonly #folder: string;
  #content: string;
  #oneProcess = false;
  #buildProcess: ChildProcess | undefined;
  /** Environment and content folder of the running build process. */
  #processOptions = '';

  constructor(folder: string) {
    this.#folder = folder;
    this.project = join(folder, 'project');
    this.#content = join(folder, 'content');
    this.output = join(folder, 'incremental');
    this.memory = join(folder, 'memory');
    mkdirSync(join(this.project, '.cache'), { recursive: true });
    for (const path of copiedPaths) cpSync(join(projectRoot, path), join(this.project, path), { recursive: true });
    // Packages and the picture cache, which is keyed by content, are shared by all copies.
    mkdirSync(join(projectRoot, '.cache', 'pictures'), { recursive: true });
    for (const shared of ['node_modules', '.cache/pictures'])
      symlinkSync(join(projectRoot, shared), join(this.project, shared));
    cpSync(fixtureNewsroom, this.content, { recursive: true });
  }

  get content(): string {
    return this.#content;
  }

  read(file: string): string {
    return readFileSync(join(this.content, file), 'utf8');
  }

  write(file: string, bytes: string | Uint8Array): void {
    writeFileSync(join(this.content, file), bytes);
  }

  /** Replaces text in a file of the project; throws if it is not found. */
  patch(file: string, from: string | RegExp, to: string): void {
    const before = readFileSync(join(this.project, file), 'utf8');
    const after = before.replace(from, to);
    if (typeof from === 'string' ? !before.includes(from) : !from.test(before))
      throw new Error(`${file} holds no ${from}`);
    writeFileSync(join(this.project, file), after);
    this.end();
  }

  /** Renames the content folder. */
  moveContent(name: string): void {
    const to = join(this.#folder, name);
    renameSync(this.content, to);
    this.#content = to;
  }

  /** Saves the content for `restoreContent`. */
  keep(): void {
    rmSync(this.#savedContent, { recursive: true, force: true });
    cpSync(this.content, this.#savedContent, { recursive: true });
  }

  goBack(): void {
    rmSync(this.content, { recursive: true, force: true });
    cpSync(this.#savedContent, this.content, { recursive: true });
  }

  get #savedContent(): string {
    return join(this.#folder, 'kept');
  }

  /** Builds incrementally on the previous build. */
  build(): Promise<Ended> {
    return this.#oneProcess ? this.#buildInProcess() : this.#runBuild(this.output, this.memory).ended;
  }

  /** Makes later builds in one process, as npm start does, until the environment or the project changes. */
  stayInOneProcess(): void {
    this.#oneProcess = true;
  }

  /** Ends the build process of `reuseProcess`. */
  end(): void {
    this.#buildProcess?.kill();
    this.#buildProcess = undefined;
  }

  async #buildInProcess(): Promise<Ended> {
    const env = this.#processEnv(this.output, this.memory);
    const options = JSON.stringify([this.knobs, this.content]);
    if (options !== this.#processOptions) this.end();
    this.#processOptions = options;
    this.#buildProcess ??= fork(join(this.project, 'scripts', 'run.mjs'), ['server/preview/preview-build.ts'], {
      cwd: this.project,
      env,
      stdio: 'ignore',
    });
    const child = this.#buildProcess;
    const result = new Promise<PreviewBuildResult>((resolve, reject) => {
      child.once('message', (message) => resolve(message as PreviewBuildResult));
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    child.send('build');
    const { failure } = await result;
    return { status: failure === undefined ? 0 : 1, said: failure ?? '' };
  }

  /** Builds incrementally and kills the build after `afterMs`. */
  async buildAndKill(afterMs: number): Promise<void> {
    const { child, ended } = this.#runBuild(this.output, this.memory);
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended;
    clearTimeout(timer);
  }

  /** Makes a clean build in another folder. */
  async buildClean(): Promise<Ended & { readonly folder: string }> {
    const folder = join(this.#folder, 'clean');
    for (const stale of [folder, `${folder}-memory`]) rmSync(stale, { recursive: true, force: true });
    return { ...(await this.#runBuild(folder, `${folder}-memory`).ended), folder };
  }

  #processEnv(output: string, cache: string): NodeJS.ProcessEnv {
    const env = { ...process.env, CI: 'true', GITHUB_ACTIONS: '', SITE_URL: '', PREVIEW: '', ...this.knobs };
    return { ...env, CONTENT_DIR: this.content, OUTPUT_DIR: output, MEMORY_DIR: cache };
  }

  #runBuild(output: string, cache: string) {
    const child = spawn(process.execPath, [join(this.project, 'scripts', 'run.mjs'), 'scripts/build.ts'], {
      cwd: this.project,
      env: this.#processEnv(output, cache),
      stdio: 'pipe',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
      });
    const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, said: printed })));
    return { child, ended };
  }
}
