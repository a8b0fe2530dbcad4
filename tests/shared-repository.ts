import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import type { Dialog } from '#site/send/dialog.ts';
import { Repository } from '#site/send/repository.ts';
import { sendContent } from '#site/send/send-content.ts';
import { undoSend } from '#site/send/undo-send.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { runGit } from './git-repository.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An answer, or what happens meanwhile and then the answer: Enter if it returns nothing. */
export type Answer = string | (() => string | undefined);

/** What an editor reads, questions and answers too, and whether the command ended well. */
export interface Transcript {
  readonly text: string;
  readonly isDone: boolean;
  /** Answers that nobody asked for. */
  readonly unused: number;
}

/** An editor's clone of a shared repository. */
export class EditorsClone {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get contentDir(): string {
    return join(this.folder, 'content');
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  git(...args: readonly string[]): string {
    return runGit(this.folder, ...args);
  }

  /** Commits and pushes everything with git alone, as another program would. */
  push(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    this.git('push', '--quiet', 'origin', 'HEAD:main');
  }

  send(...answers: readonly Answer[]): Promise<Transcript> {
    return transcript(answers, (dialog) => sendContent(this.#context(dialog)));
  }

  undo(...answers: readonly Answer[]): Promise<Transcript> {
    return transcript(answers, (dialog) => undoSend(this.#context(dialog)));
  }

  #context(dialog: Dialog) {
    const settings = readSettings({ CONTENT_DIR: this.contentDir, BUILD_TIME: fixedTime }, new Date());
    const keptDir = `${this.folder}.ban-cat`;
    return { repository: Repository.open(this.contentDir), settings, dialog, keptDir };
  }
}

/** A bare repository with the smallest content, and a clone of it: made once, since git needs a process for each step. */
interface Template {
  readonly bare: string;
  readonly clone: string;
  readonly commit: string;
}

let template: Template | undefined;

function makeTemplate(): Template {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-template-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const [bare, clone] = [join(root, 'kho.git'), join(root, 'ban-sao')];
  mkdirSync(bare);
  runGit(bare, 'init', '--quiet', '--bare');
  runGit(root, 'clone', '--quiet', bare, clone);
  const first = new EditorsClone(clone);
  cpSync(join(projectRoot, 'tests', 'fixtures', 'small'), first.contentDir, { recursive: true });
  first.write('content/articles/2026/cu.md', article('Bài cũ', 'Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n'));
  first.push('Nội dung đầu');
  rmSync(clone, { recursive: true });
  runGit(root, 'clone', '--quiet', bare, clone);
  return { bare, clone, commit: runGit(bare, 'rev-parse', 'main') };
}

/** A bare repository with the smallest content, and clones of it for editors. */
export class SharedRepository {
  readonly root = temporaryFolder();
  readonly folder = join(this.root, 'kho.git');
  readonly #template: Template;

  constructor() {
    template ??= makeTemplate();
    this.#template = template;
    cpSync(template.bare, this.folder, { recursive: true });
  }

  clone(name: string, address = this.folder): EditorsClone {
    const folder = join(this.root, name);
    const { bare, clone, commit } = this.#template;
    if (address === this.folder && this.#commit() === commit) {
      cpSync(clone, folder, { recursive: true, preserveTimestamps: true });
      const config = join(folder, '.git', 'config');
      writeFileSync(config, readFileSync(config, 'utf8').replace(bare, this.folder));
    } else runGit(this.root, 'clone', '--quiet', address, folder);
    appendFileSync(join(folder, '.git', 'config'), `[user]\n\tname = ${name}\n\temail = ${name}@example.org\n`);
    return new EditorsClone(folder);
  }

  /** The commit of the branch, as far as git has it in a file of its own. */
  #commit(): string | undefined {
    const file = join(this.folder, 'refs', 'heads', 'main');
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  }

  git(...args: readonly string[]): string {
    return runGit(this.folder, ...args);
  }

  /** A file as the shared repository has it; undefined if it has none. */
  file(path: string): string | undefined {
    return this.git('ls-tree', '--name-only', 'main', '--', path) === ''
      ? undefined
      : `${this.git('show', `main:${path}`)}\n`;
  }
}

/** A shared repository, and the clones of two editors. */
export function editors(): { shared: SharedRepository; lan: EditorsClone; binh: EditorsClone } {
  const shared = new SharedRepository();
  return { shared, lan: shared.clone('Lan'), binh: shared.clone('Bình') };
}

/** Keeps the names, credential helpers and hooks of this machine's git away from the tests of a file. */
export function ignoreGitSettingsOfMachine(): void {
  beforeAll(() => {
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });
}

/** The text of an article's file. */
export function article(title: string, body = 'Lời dẫn của bài.\n', more = ''): string {
  return `---\ntitle: ${title}\ndate: 2026-11-20\nauthor: BTT\ncategory: Tin tức - sự kiện\n${more}---\n\n${body}`;
}

/** The first copy of a version that was kept, as a transcript names it. */
export function keptCopy(transcriptText: string): string {
  const path = /đã chép ra .*:\n {2}(\S.*)/.exec(transcriptText)?.[1];
  if (path === undefined) throw new Error(`nothing was kept:\n${transcriptText}`);
  return readFileSync(path, 'utf8');
}

/** Fails if a file of the shared repository has a conflict marker. */
export function noConflictMarkers(shared: SharedRepository): void {
  for (const path of shared.git('ls-tree', '-r', '--name-only', 'main').split('\n'))
    expect(shared.git('show', `main:${path}`)).not.toMatch(/^(<{7}|>{7}) /m);
}

async function transcript(answers: readonly Answer[], run: (dialog: Dialog) => Promise<void>): Promise<Transcript> {
  const lines: string[] = [];
  const queue = [...answers];
  const nextAnswer = (question: string): string => {
    const next = queue.shift();
    if (next === undefined) throw new Error(`nobody answers: ${question}\n${lines.join('\n')}`);
    return typeof next === 'string' ? next : (next() ?? '');
  };
  const dialog: Dialog = {
    say: (text) => void lines.push(text),
    ask: async (question, validate) => {
      for (;;) {
        const given = nextAnswer(question);
        lines.push(`${question} ${given}`);
        const result = validate(given);
        if ('answer' in result) return result.answer;
        lines.push(result.error);
      }
    },
    askSecret: async (question) => {
      const given = nextAnswer(question);
      lines.push(question);
      return given;
    },
  };
  let isDone = true;
  try {
    await run(dialog);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SettingsError')) throw error;
    lines.push(error.message);
    isDone = false;
  }
  return { text: lines.join('\n'), isDone, unused: queue.length };
}
