import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom, runScript, scriptArgs } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const newsroom = { CONTENT_DIR: fixtureNewsroom };

test('prints the results that readers get, best first, one per line', () => {
  const { status, stdout, stderr } = runScript('search', newsroom, ['vườn', 'thực vật']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    '1  /bai-viet/khanh-thanh-vuon-thuc-vat-hoc-duong-tai-huyen-vi-du/  Khánh thành vườn thực vật học đường tại huyện Ví Dụ\n',
  );
  expect(runScript('search', newsroom, ['hội']).stdout.match(/\n/g)).toHaveLength(10);
});

test.each([
  ['zzzqqq', 'Không tìm thấy “zzzqqq”.\n'],
  ['"đại', ''],
  ['--al', 'Cách dùng'],
])('%s: messages go to stderr, not to stdout', (typed, message) => {
  const CONTENT_DIR = contentFolder({ 'articles/tin.md': validArticle.replace('tổng kết', 'đại biểu') });
  const { status, stdout, stderr } = runScript('search', { CONTENT_DIR }, [typed]);
  expect(status).toBe(message === '' ? 0 : 1);
  expect(stdout === '').toBe(message !== '');
  expect(stderr).toContain(message);
});

test('errors in the content give a warning that results may be missing', () => {
  const folder = contentFolder({
    'articles/tin.md': validArticle,
    'articles/hong.md': '---\ntitle: Hội nghị\n---\n\nHọp.\n',
  });
  const { status, stdout, stderr } = runScript('search', { CONTENT_DIR: folder }, ['hội nghị']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '1  /bai-viet/tin/  Hội nghị tổng kết năm\n' });
  expect(stderr).toMatch(/^Nội dung có \d+ lỗi, .*“npm run check”/);
});

test('closing stdout early is no error', async () => {
  const env = { ...process.env, ...newsroom, BUILD_TIME: fixedTime };
  const child = spawn(process.execPath, [...scriptArgs('scripts/search.ts'), 'hội', '--all'], {
    cwd: projectRoot,
    env,
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdout.destroy();
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
