import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processTree } from '#bench/build/process-tree.ts';
import { openServer } from '#server/open-server.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { ProjectCopy } from '../incremental/project-copy.ts';
import { type RunningNpmStart, runNpmStart } from '../run-npm-start.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function save({ content }: RunningNpmStart, title: string): void {
  writeFileSync(join(content, 'articles/bai.md'), validArticle.replace('Hội nghị tổng kết năm', title));
}

async function expectPage({ output }: RunningNpmStart, title: string): Promise<void> {
  const page = join(output, 'bai-viet', 'bai', 'index.html');
  await expect.poll(() => existsSync(page) && readFileSync(page, 'utf8')).toContain(title);
}

async function saveAndExpectPage(start: RunningNpmStart, title: string): Promise<void> {
  save(start, title);
  await expectPage(start, title);
}

function buildProcessOf({ pid }: RunningNpmStart): number {
  const found = processTree(pid).find(({ pid }) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('preview-build'),
  );
  if (!found) throw new Error('There is no builder.');
  return found.pid;
}

/** Whether a process has not exited. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

/** The status of a request with the unmodified path. */
function statusOf(address: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(new URL(address), { path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

describe.runIf(process.platform === 'linux')('npm start', () => {
  test('builds after every save without warnings, and continues after its build process was killed', async () => {
    const start = await runNpmStart({ 'articles/bai.md': validArticle });
    for (let time = 1; time <= 12; time++) await saveAndExpectPage(start, `Lần lưu thứ ${time}`);
    expect(start.consoleOutput()).not.toContain('Warning');

    process.kill(buildProcessOf(start), 'SIGKILL');
    await saveAndExpectPage(start, 'Sau khi máy dựng dừng');
  });

  test('detects every save, however the editor writes the file', async () => {
    const start = await runNpmStart({ 'articles/bai.md': validArticle });
    const file = join(start.content, 'articles/bai.md');
    for (let time = 1; time <= 3; time++) {
      const title = `Lưu bằng đổi tên ${time}`;
      writeFileSync(`${file}.moi`, validArticle.replace('Hội nghị tổng kết năm', title));
      renameSync(`${file}.moi`, file);
      await expectPage(start, title);
    }
    await saveAndExpectPage(start, 'Lưu tại chỗ');
    renameSync(file, `${file}~`);
    save(start, 'Lưu như vim');
    rmSync(`${file}~`);
    await expectPage(start, 'Lưu như vim');
    rmSync(join(start.content, 'articles'), { recursive: true });
    mkdirSync(join(start.content, 'articles'));
    await saveAndExpectPage(start, 'Thư mục làm lại');
    await saveAndExpectPage(start, 'Rồi lưu nữa');
  });

  test('rebuilds everything when the program changes: the code that renders pages, or .eleventy.ts', async () => {
    const project = new ProjectCopy(temporaryFolder());
    const start = await runNpmStart({ 'articles/bai.md': validArticle }, {}, project.root);
    project.patchSource('site/build/render-pages.ts', 'text: content }', "text: content + '<!-- mới -->' }");
    await expectPage(start, '<!-- mới -->');

    const previous = buildProcessOf(start);
    project.patchSource('.eleventy.ts', /$/, '\n');
    await expect.poll(() => isRunning(previous)).toBe(false);
    await saveAndExpectPage(start, 'Sau khi chương trình đổi');
  });

  test('when stopped during a build, ends its build process too, without a stack trace', async () => {
    const start = await runNpmStart({ 'articles/bai.md': validArticle });
    for (let time = 1; time <= 5; time++) {
      await saveAndExpectPage(start, `Lần lưu thứ ${time}`);
      save(start, 'Lưu rồi dừng');
    }
    await start.stop();
    expect(start.consoleOutput()).not.toMatch(/^ +at /m);
  });

  test('on the next free port serves pages, old addresses, the errors of drafts and the desk', async () => {
    const taken = await openServer((_request, response) => void response.end(), { host: '127.0.0.1', port: 0 });
    const { port } = new URL(taken.origin);
    const draft = validArticle.replace('author:', 'draft: true\nauthor:').replace('Hội nghị', 'Bản thảo');
    const files = {
      'articles/bai.md': validArticle.replace('author:', 'oldUrls: [/cu/bai.html]\nauthor:'),
      'articles/nhap.md': draft.replace('BTT', 'XYZ'),
    };
    const { url: address, content } = await runNpmStart(files, { PORT: port });
    await taken.close();
    expect(Number(new URL(address).port)).toBeGreaterThan(Number(port));

    const old = await fetch(`${address}cu/bai.html`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([301, '/bai-viet/bai/']);
    for (const path of ['//', '/%2e%2e/%2e%2e/etc/passwd.html']) expect(await statusOf(address, path)).toBe(404);

    const open = async (slug: string) => {
      const response = await fetch(`${address}bai-viet/${slug}/`);
      return [response.status, await response.text()] as const;
    };
    expect(await open('bai')).toEqual([200, expect.stringContaining('Hội nghị tổng kết năm')]);
    expect(await open('nhap')).toEqual([404, expect.stringContaining('không có tác giả “XYZ”')]);
    writeFileSync(join(content, 'articles/nhap.md'), draft);
    await expect.poll(() => open('nhap')).toEqual([200, expect.stringContaining('Bản thảo')]);

    // The scripts of the desk are made when it is first opened.
    const page = await fetch(`${address}admin/`);
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('Đang chuẩn bị bàn biên tập')]);
    await expect.poll(async () => (await fetch(`${address}admin/`)).status).toBe(200);
    const script = await fetch(`${address}admin/desk.js`);
    expect([script.status, script.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    await script.body?.cancel();
    const data = await (await fetch(`${address}admin/desk.json`)).json();
    expect(data).toMatchObject({ isLocal: true, config: { collections: expect.any(Array) } });
  });

  test('exits with its build process and one message when it cannot listen', async () => {
    await expect(runNpmStart({ 'articles/bai.md': validArticle }, { HOST: '192.0.2.1' })).rejects.toThrow(
      /^HOST=192\.0\.2\.1 không phải là địa chỉ của máy này: .*\n$/m,
    );
  });

  test('serves below the path of SITE_URL', async () => {
    const { url: address } = await runNpmStart(
      { 'articles/bai.md': validArticle },
      { SITE_URL: 'https://example.org/hoi' },
    );
    expect(new URL(address).pathname).toBe('/hoi/');
    expect((await fetch(`${address}bai-viet/bai/`)).status).toBe(200);
    expect((await fetch(new URL('/bai-viet/bai/', address))).status).toBe(404);
    expect(await (await fetch(`${address}bai-viet/khong-co/`)).text()).toContain('tai-lai.js');
  });
});
