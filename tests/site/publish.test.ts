import { cpSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '#site/cache/files-in.ts';
import { runGit } from '../git-repository.ts';
import { article, Union } from './union.ts';

test('a bad week: a mistake is taken back, a broken file stops nobody, the git host is away', () => {
  const union = new Union();
  const first = union.publish('23T08:00');
  expect(first).toMatchObject({ status: 0, pages: ['mot'] });
  expect(first.stderr).not.toContain('fatal');

  union.write('articles/nham.md', article('Bài đăng nhầm'));
  union.push();
  expect(union.publish('23T08:05').pages).toEqual(['mot', 'nham']);
  // Reverted an hour later: gone, and told; the next run has nothing to say of it.
  runGit(union.editor, 'revert', '--no-edit', 'HEAD');
  union.push();
  const reverted = union.publish('23T09:00');
  expect(reverted).toMatchObject({ status: 0, pages: ['mot'] });
  expect(reverted.stdout).toContain('npm run withdraw -- /bai-viet/nham/');
  expect(reverted.stdout).toContain('oldUrls');

  union.write('articles/hong.md', article('Bài viết hỏng').replace('BTT', 'XYZ'));
  union.write('articles/mot.md', `${article('Bài đầu tiên')}\nĐã sửa; xem [bài kia](/bai-viet/hong/).\n`);
  union.write('articles/hen.md', article('Bài hẹn giờ', '2026-11-24 00:10'));
  union.push();
  const beside = union.publish('23T10:00');
  expect(beside).toMatchObject({ status: 3, pages: ['mot'] });
  expect(beside.stderr).toContain('articles/hong.md · chưa đăng bao giờ');
  expect(beside.stdout).toContain('CÓ LỖI (ở trên): 1 tệp chưa được đăng');
  expect(union.page('bai-viet/mot/index.html')).toContain('Đã sửa; xem bài kia.');

  // The host is away at midnight: what falls due is published, from what is here.
  renameSync(union.host, `${union.host}.away`);
  const away = union.publish('24T00:10');
  expect(away).toMatchObject({ status: 3, pages: ['hen', 'mot'] });
  expect(away.stderr).toContain('Không nối được tới kho git');
  renameSync(`${union.host}.away`, union.host);

  // The public article breaks: its last good form stays, and a clean build at the same commits has the same bytes.
  union.write('articles/mot.md', article('Bài đầu tiên').replace('title', 'titel'));
  union.push();
  const record = join(union.folder, 'record');
  cpSync(join(union.program, '.cache/deployed'), record, { recursive: true });
  expect(union.publish('24T08:00')).toMatchObject({ status: 3, pages: ['hen', 'mot'] });
  const clean = join(union.folder, 'clean');
  const places = { OUTPUT_DIR: clean, MEMORY_DIR: `${clean}-memory` };
  const build = union.run('npm', '24T08:00', places, 'run', 'build', '--', '--against', record);
  expect(build).toMatchObject({ status: 3 });
  const files = filesIn(clean);
  expect([...files].sort()).toEqual(
    [...filesIn(join(union.program, '_site'))].filter((file) => file !== 'deployed.json').sort(),
  );
  const differing = [...files].filter((file) => readFileSync(join(clean, file), 'utf8') !== union.page(file));
  expect(differing).toEqual([]);

  // A day later an article is deleted: that stops all, until it is withdrawn.
  runGit(union.editor, 'rm', '--quiet', 'articles/hen.md');
  union.push();
  const blocked = union.publish('25T08:00');
  expect(blocked).toMatchObject({ status: 1, pages: ['hen', 'mot'] });
  expect(blocked.stdout).toContain('--let-go');
  const { status } = union.run('npm', '25T08:01', { CONTENT_DIR: union.editor }, 'run', 'withdraw', '/bai-viet/hen/');
  expect(status).toBe(0);
  union.push();
  expect(union.publish('25T08:05').status).toBe(3);
  expect(union.page('bai-viet/hen/index.html')).toContain('đã được gỡ');
});
