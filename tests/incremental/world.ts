import { type ChildProcess, fork, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import type { PreviewBuilt } from '#server/preview/preview-build.ts';
import { root } from '#site/settings.ts';

/** How a build ended. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

const rooms = [
  ...['.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['assets', 'counter', 'layouts', 'news', 'scripts', 'search', 'server', 'site', 'vietnamese'],
];

/** A copy of the project and of the fixture newsroom, to be edited at will. */
export class World {
  readonly project: string;
  readonly output: string;
  readonly memory: string;
  /** Knobs of the next builds. */
  readonly knobs: Record<string, string> = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime };
  readonly #folder: string;
  #content: string;
  #oneProcess = false;
  #builder: ChildProcess | undefined;
  /** What the process was started for. */
  #asked = '';

  constructor(folder: string) {
    this.#folder = folder;
    this.project = join(folder, 'project');
    this.#content = join(folder, 'content');
    this.output = join(folder, 'incremental');
    this.memory = join(folder, 'memory');
    mkdirSync(join(this.project, '.cache'), { recursive: true });
    for (const room of rooms) cpSync(join(root, room), join(this.project, room), { recursive: true });
    // Packages, and pictures by their bytes, are the same for every copy.
    mkdirSync(join(root, '.cache', 'pictures'), { recursive: true });
    for (const shared of ['node_modules', '.cache/pictures'])
      symlinkSync(join(root, shared), join(this.project, shared));
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

  /** Changes a file of the project itself. */
  patch(file: string, from: string | RegExp, to: string): void {
    const before = readFileSync(join(this.project, file), 'utf8');
    const after = before.replace(from, to);
    if (typeof from === 'string' ? !before.includes(from) : !from.test(before))
      throw new Error(`${file} holds no ${from}`);
    writeFileSync(join(this.project, file), after);
    this.end();
  }

  /** Gives the folder of the content another name. */
  moveContent(name: string): void {
    const to = join(this.#folder, name);
    renameSync(this.content, to);
    this.#content = to;
  }

  /** What the content was, to go back to. */
  keep(): void {
    rmSync(this.#kept, { recursive: true, force: true });
    cpSync(this.content, this.#kept, { recursive: true });
  }

  goBack(): void {
    rmSync(this.content, { recursive: true, force: true });
    cpSync(this.#kept, this.content, { recursive: true });
  }

  get #kept(): string {
    return join(this.#folder, 'kept');
  }

  /** Builds on what the last build left. */
  build(): Promise<Ended> {
    return this.#oneProcess ? this.#ask() : this.#run(this.output, this.memory).ended;
  }

  /** From now on builds are made in one process, as by npm start, until a knob or the project itself changes. */
  stayInOneProcess(): void {
    this.#oneProcess = true;
  }

  end(): void {
    this.#builder?.kill();
    this.#builder = undefined;
  }

  async #ask(): Promise<Ended> {
    const env = this.#env(this.output, this.memory);
    const asked = JSON.stringify([this.knobs, this.content]);
    if (asked !== this.#asked) this.end();
    this.#asked = asked;
    this.#builder ??= fork(join(this.project, 'scripts', 'run.mjs'), ['server/preview/preview-build.ts'], {
      cwd: this.project,
      env,
      stdio: 'ignore',
    });
    const child = this.#builder;
    const told = new Promise<PreviewBuilt>((done, failed) => {
      child.once('message', (message) => done(message as PreviewBuilt));
      child.once('exit', (code) => failed(new Error(`ended with ${code}`)));
    });
    child.send('build');
    const { failure } = await told;
    return { status: failure === undefined ? 0 : 1, said: failure ?? '' };
  }

  /** Builds on what the last build left, and is stopped in the middle of it. */
  async buildAndKill(afterMs: number): Promise<void> {
    const { child, ended } = this.#run(this.output, this.memory);
    const killing = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended;
    clearTimeout(killing);
  }

  /** Builds from nothing; the folder it built. */
  async buildClean(): Promise<Ended & { readonly folder: string }> {
    const folder = join(this.#folder, 'clean');
    for (const gone of [folder, `${folder}-memory`]) rmSync(gone, { recursive: true, force: true });
    return { ...(await this.#run(folder, `${folder}-memory`).ended), folder };
  }

  #env(output: string, memory: string): NodeJS.ProcessEnv {
    const env = { ...process.env, CI: 'true', GITHUB_ACTIONS: '', SITE_URL: '', PREVIEW: '', ...this.knobs };
    return { ...env, CONTENT_DIR: this.content, OUTPUT_DIR: output, MEMORY_DIR: memory };
  }

  #run(output: string, memory: string) {
    const child = spawn(process.execPath, [join(this.project, 'scripts', 'run.mjs'), 'scripts/build.ts'], {
      cwd: this.project,
      env: this.#env(output, memory),
      stdio: 'pipe',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    const ended = new Promise<Ended>((done) => child.on('close', (status) => done({ status, said })));
    return { child, ended };
  }
}
