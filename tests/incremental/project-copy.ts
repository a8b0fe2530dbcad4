import { type ChildProcess, fork, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { PreviewBuildResult } from '#server/preview/preview-build.ts';
import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { projectRoot } from '#site/settings.ts';
import { copyProgram } from '../copy-program.ts';

/** The exit status and output of a build. */
export interface BuildOutcome {
  readonly status: number | null;
  readonly consoleOutput: string;
}

/** A copy of the project and of its content that tests may edit. */
export class ProjectCopy {
  readonly root: string;
  readonly output: string;
  readonly cache: string;
  /** Environment variables of the next builds. */
  readonly env: Record<string, string> = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime };
  /** The patched files of the project, as they were when `save` was called. */
  readonly #savedSources = new Map<string, string>();
  /** The patched files of the project, as they were at first. */
  readonly #originalSources = new Map<string, string>();
  readonly #folder: string;
  #content: string;
  #oneProcess = false;
  #buildProcess: ChildProcess | undefined;
  /** Environment and content folder of the running build process. */
  #processOptions = '';

  /**
   * With `files` the content is the smallest valid one with these files, otherwise the fixture newsroom. The program is
   * copied too, unless its folder is given: that of an earlier copy, or of the project itself, which cannot be patched.
   */
  constructor(folder: string, { files, root }: { readonly files?: ContentFiles; readonly root?: string } = {}) {
    this.#folder = folder;
    this.root = root ?? join(folder, 'project');
    this.#content = join(folder, 'content');
    this.output = join(folder, 'incremental');
    this.cache = join(folder, 'memory');
    if (!root) this.#copyProgram();
    if (files) writeContent(this.content, files);
    else cpSync(fixtureNewsroom, this.content, { recursive: true });
  }

  #copyProgram(): void {
    mkdirSync(join(this.root, '.cache'), { recursive: true });
    copyProgram(this.root);
    // The picture cache, which is keyed by content, is shared by all copies.
    mkdirSync(join(projectRoot, '.cache', 'pictures'), { recursive: true });
    symlinkSync(join(projectRoot, '.cache/pictures'), join(this.root, '.cache/pictures'));
    // Share pictures are copied: edits of the program may change what is drawn under the same name.
    const drawn = '.cache/share-pictures';
    if (existsSync(join(projectRoot, drawn)))
      cpSync(join(projectRoot, drawn), join(this.root, drawn), { recursive: true });
  }

  get content(): string {
    return this.#content;
  }

  readContent(file: string): string {
    return readFileSync(join(this.content, file), 'utf8');
  }

  writeContent(file: string, bytes: string | Uint8Array): void {
    mkdirSync(dirname(join(this.content, file)), { recursive: true });
    writeFileSync(join(this.content, file), bytes);
  }

  /** Replaces text in a file of the project; throws if it is not found. */
  patchSource(file: string, from: string | RegExp, to: string): void {
    const before = this.readSource(file);
    const after = before.replace(from, to);
    if (typeof from === 'string' ? !before.includes(from) : !from.test(before))
      throw new Error(`${file} holds no ${from}`);
    this.writeSource(file, after);
  }

  readSource(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  writeSource(file: string, text: string): void {
    if (this.root === projectRoot) throw new Error(`${file} belongs to the project itself`);
    if (!this.#originalSources.has(file)) this.#originalSources.set(file, this.readSource(file));
    if (!this.#savedSources.has(file)) this.#savedSources.set(file, this.readSource(file));
    writeFileSync(join(this.root, file), text);
    this.stopProcess();
  }

  /** Undoes every patch, for the next copy with this program. */
  restoreProgram(): void {
    for (const [file, text] of this.#originalSources) this.writeSource(file, text);
  }

  /** Renames the content folder. */
  moveContent(name: string): void {
    const to = join(this.#folder, name);
    renameSync(this.content, to);
    this.#content = to;
  }

  /** Saves content and program for `restore`. */
  save(): void {
    this.#savedSources.clear();
    rmSync(this.#savedContent, { recursive: true, force: true });
    cpSync(this.content, this.#savedContent, { recursive: true });
  }

  restore(): void {
    for (const [file, text] of this.#savedSources) this.writeSource(file, text);
    rmSync(this.content, { recursive: true, force: true });
    cpSync(this.#savedContent, this.content, { recursive: true });
  }

  get #savedContent(): string {
    return join(this.#folder, 'kept');
  }

  /** Builds incrementally on the previous build. */
  build(): Promise<BuildOutcome> {
    return this.#oneProcess ? this.#buildInProcess() : this.#runBuild(this.output, this.cache).ended;
  }

  /** Makes later builds in one process, as npm start does, until the environment or the project changes. */
  reuseProcess(): void {
    this.#oneProcess = true;
  }

  /** Ends the build process of `reuseProcess`. */
  stopProcess(): void {
    this.#buildProcess?.kill();
    this.#buildProcess = undefined;
  }

  async #buildInProcess(): Promise<BuildOutcome> {
    const options = JSON.stringify([this.env, this.content]);
    if (options !== this.#processOptions) this.stopProcess();
    this.#processOptions = options;
    this.#buildProcess ??= this.#startProcess(this.output, this.cache);
    return buildWith(this.#buildProcess);
  }

  #startProcess(output: string, cache: string): ChildProcess {
    return fork(join(this.root, 'scripts', 'run.mjs'), ['server/preview/preview-build.ts'], {
      cwd: this.root,
      env: this.#processEnv(output, cache),
      stdio: 'ignore',
    });
  }

  /** Builds incrementally and kills the build after `afterMs`. */
  async buildAndKill(afterMs: number): Promise<void> {
    const { child, ended } = this.#runBuild(this.output, this.cache);
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended;
    clearTimeout(timer);
  }

  /** Makes a clean build in another folder. */
  async buildClean(): Promise<BuildOutcome & { readonly folder: string }> {
    const folder = join(this.#folder, 'clean');
    for (const stale of [folder, `${folder}-memory`]) rmSync(stale, { recursive: true, force: true });
    if (!this.#oneProcess) return { ...(await this.#runBuild(folder, `${folder}-memory`).ended), folder };
    // The builds of npm start have the editors' desk, so they are compared with one of them.
    const child = this.#startProcess(folder, `${folder}-memory`);
    const outcome = await buildWith(child);
    child.kill();
    return { ...outcome, folder };
  }

  #processEnv(output: string, cache: string): NodeJS.ProcessEnv {
    const env = { ...process.env, CI: 'true', GITHUB_ACTIONS: '', SITE_URL: '', PREVIEW: '', ...this.env };
    return { ...env, CONTENT_DIR: this.content, OUTPUT_DIR: output, MEMORY_DIR: cache };
  }

  #runBuild(output: string, cache: string) {
    const child = spawn(process.execPath, [join(this.root, 'scripts', 'run.mjs'), 'scripts/build.ts'], {
      cwd: this.root,
      env: this.#processEnv(output, cache),
      stdio: 'pipe',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
      });
    const ended = new Promise<BuildOutcome>((resolve) =>
      child.on('close', (status) => resolve({ status, consoleOutput: printed })),
    );
    return { child, ended };
  }
}

/** Makes a build in a process of `npm start`. */
async function buildWith(child: ChildProcess): Promise<BuildOutcome> {
  const result = new Promise<PreviewBuildResult>((resolve, reject) => {
    child.once('message', (message) => resolve(message as PreviewBuildResult));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  child.send('build');
  const { failure } = await result;
  return { status: failure === undefined ? 0 : 1, consoleOutput: failure ?? '' };
}
