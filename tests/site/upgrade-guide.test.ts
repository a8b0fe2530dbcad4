import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '#site/cache/files-in.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { projectRoot } from '#site/settings.ts';
import { commitAll, runGit } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const guide = readFileSync(join(projectRoot, 'docs', 'nang-cap.md'), 'utf8');
const [, commands = ''] = /<!-- nâng cấp cùng kho -->\n```\n([^`]*)```/.exec(guide) ?? [];

test('the commands of the guide bring a new program and keep the content, whatever the other side did to its own', () => {
  const folder = temporaryFolder();
  const [upstream, fork] = [join(folder, 'upstream'), join(folder, 'fork')];
  writeContent(upstream, {
    'content/site.yaml': 'name: Hội A\n',
    'content/articles/mot.md': 'bài một của A\n',
    'content/articles/hai.md': 'bài hai của A\n',
    'site/a.ts': 'bản cũ\n',
  });
  commitAll(upstream);
  runGit(folder, 'clone', '--quiet', '--origin', 'upstream', upstream, fork);
  runGit(fork, 'rm', '-rq', 'content');
  const own = { 'content/site.yaml': 'name: Hội B\n', 'content/articles/mot.md': 'bài một của B\n' };
  writeContent(fork, own);
  commitAll(fork);
  writeContent(upstream, {
    'content/site.yaml': 'name: Hội A mới\n',
    'content/articles/hai.md': 'bài hai của A, đã sửa\n',
    'content/articles/ba.md': 'bài ba của A\n',
    'site/a.ts': 'bản mới\n',
    'site/b.ts': 'thêm\n',
  });
  commitAll(upstream);

  const identity = { GIT_AUTHOR_NAME: 'B', GIT_AUTHOR_EMAIL: 'b@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'B', GIT_COMMITTER_EMAIL: 'b@example.org' };
  const env = { ...process.env, ...identity, ...committer };
  const { status, stderr } = spawnSync('sh', ['-ec', commands], { cwd: fork, encoding: 'utf8', env });
  expect(status, stderr).toBe(0);

  const content = [...filesIn(join(fork, 'content'))].map((file) => `content/${file}`).sort();
  expect(content).toEqual(Object.keys(own).sort());
  for (const [path, text] of Object.entries(own)) expect(readFileSync(join(fork, path), 'utf8')).toBe(text);
  expect(readFileSync(join(fork, 'site/a.ts'), 'utf8')).toBe('bản mới\n');
  expect(runGit(fork, 'status', '--porcelain')).toBe('');
  // The next upgrade begins where this one ended.
  expect(runGit(fork, 'merge-base', 'HEAD', 'upstream/main')).toBe(runGit(upstream, 'rev-parse', 'HEAD'));
});
