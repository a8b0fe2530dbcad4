import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commandLine, fixedTime, fixtureNewsroom, run } from '#bench/fixtures/run-build.ts';
import { article } from '#site/guide/rule-examples.ts';
import { root } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const newsroom = { CONTENT_DIR: fixtureNewsroom };

test('an editor is printed what readers find, best first, a line each and nothing else', () => {
  const { status, stdout, stderr } = run('search', newsroom, ['vườn', 'thực vật']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    '1  /bai-viet/khanh-thanh-vuon-thuc-vat-hoc-duong-tai-huyen-vi-du/  Khánh thành vườn thực vật học đường tại huyện Ví Dụ\n',
  );
  expect(run('search', newsroom, ['hội']).stdout.match(/\n/g)).toHaveLength(10);
});

test.each([
  ['zzzqqq', 'Không tìm thấy “zzzqqq”.\n'],
  ['"đại', ''],
  ['--al', 'Cách dùng'],
])('%s ends as it should, and what is said of it is no result', (typed, said) => {
  const { status, stdout, stderr } = run('search', newsroom, [typed]);
  expect(status).toBe(said === '' ? 0 : 1);
  expect(stdout === '').toBe(said !== '');
  expect(stderr).toContain(said);
});

test('an editor is told that what is wrong may not be found', () => {
  const folder = contentFolder({
    'articles/tin.md': article,
    'articles/hong.md': '---\ntitle: Hội nghị\n---\n\nHọp.\n',
  });
  const { status, stdout, stderr } = run('search', { CONTENT_DIR: folder }, ['hội nghị']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '1  /bai-viet/tin/  Hội nghị tổng kết năm\n' });
  expect(stderr).toMatch(/^Nội dung có \d+ lỗi, .*“npm run check”/);
});

test('who reads only the first of many lines is shown no error', async () => {
  const env = { ...process.env, ...newsroom, BUILD_TIME: fixedTime };
  const command = spawn(process.execPath, [...commandLine('scripts/search.ts'), 'hội', '--all'], { cwd: root, env });
  let stderr = '';
  command.stderr.on('data', (text) => {
    stderr += text;
  });
  command.stdout.destroy();
  const [status] = await once(command, 'close');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
