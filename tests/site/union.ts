import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '#site/cache/files-in.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { copyProgram } from '../copy-program.ts';
import { commitAll, runGit } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The source of an article with another title, and of another day. */
export function article(title: string, day = '2026-11-23'): string {
  return validArticle.replace('Hội nghị tổng kết năm', title).replace('2026-11-23', day);
}

/** A machine that publishes, with a git host and an editor's clone; the content is a repository of its own. */
export class Union {
  readonly folder = temporaryFolder();
  readonly host = join(this.folder, 'host.git');
  readonly editor = join(this.folder, 'editor');
  readonly program = join(this.folder, 'program');
  readonly content = join(this.folder, 'content');

  constructor() {
    copyProgram(this.program);
    writeFileSync(join(this.program, '.gitignore'), 'node_modules\n.cache\n_site\n');
    commitAll(this.program);
    // As docs/nang-cap.md says, so that the program changes only when the operator wants it.
    runGit(this.program, 'checkout', '--quiet', '--detach');
    writeContent(this.editor, { 'articles/mot.md': article('Bài đầu tiên') });
    commitAll(this.editor);
    runGit(this.folder, 'clone', '--quiet', '--bare', this.editor, this.host);
    runGit(this.editor, 'remote', 'add', 'origin', this.host);
    runGit(this.folder, 'clone', '--quiet', this.host, this.content);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.editor, path)), { recursive: true });
    writeFileSync(join(this.editor, path), text);
  }

  push(): void {
    commitAll(this.editor);
    runGit(this.editor, 'push', '--quiet', 'origin', 'HEAD:main');
  }

  publish(
    now: string,
    ...options: readonly string[]
  ): SpawnSyncReturns<string> & { readonly pages: readonly string[] } {
    const result = this.run('deploy/publish.sh', now, {}, ...options);
    const pages = [...filesIn(join(this.program, '_site'))].flatMap((file) =>
      Array.from(file.matchAll(/^bai-viet\/(.*)\/index\.html$/g), ([, slug = '']) => slug),
    );
    return { ...result, pages: pages.sort() };
  }

  run(command: string, now: string, env: Readonly<Record<string, string>>, ...options: readonly string[]) {
    return spawnSync(command, options, {
      cwd: this.program,
      encoding: 'utf8',
      env: {
        ...{ ...process.env, CI: 'true', GITHUB_ACTIONS: '', SITE_URL: 'https://example.org' },
        ...{ CONTENT_DIR: this.content, OUTPUT_DIR: '', MEMORY_DIR: '', BUILD_TIME: `2026-11-${now}:00+07:00`, ...env },
      },
    });
  }

  page(path: string): string {
    return readFileSync(join(this.program, '_site', path), 'utf8');
  }
}
