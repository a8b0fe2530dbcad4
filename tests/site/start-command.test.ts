import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processTree } from '#bench/build/process-tree.ts';
import { openServer } from '#server/open-server.ts';
import { article } from '#site/guide/rule-examples.ts';
import { type RunningStart, runStart } from '../run-start.ts';

const patient = { timeout: 60_000, interval: 50 };

function save({ content }: RunningStart, title: string): void {
  writeFileSync(join(content, 'articles/bai.md'), article.replace('Hội nghị tổng kết năm', title));
}

async function shown({ output }: RunningStart, title: string): Promise<void> {
  const page = join(output, 'bai-viet', 'bai', 'index.html');
  await expect.poll(() => existsSync(page) && readFileSync(page, 'utf8'), patient).toContain(title);
}

async function saved(start: RunningStart, title: string): Promise<void> {
  save(start, title);
  await shown(start, title);
}

function builderOf({ pid }: RunningStart): number {
  const found = processTree(pid).find(({ pid }) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('preview-build'),
  );
  if (!found) throw new Error('There is no builder.');
  return found.pid;
}

/** The status of what is asked for exactly so. */
function statusOf(address: string, path: string): Promise<number | undefined> {
  return new Promise((answered, failed) => {
    get(new URL(address), { path, agent: false }, (response) => {
      response.resume();
      answered(response.statusCode);
    }).on('error', failed);
  });
}

describe.runIf(process.platform === 'linux')('npm start', { timeout: 120_000 }, () => {
  test('builds save after save, says nothing of itself, and goes on when its builder was ended', async () => {
    const start = await runStart({ 'articles/bai.md': article });
    for (let time = 1; time <= 12; time++) await saved(start, `Lần lưu thứ ${time}`);
    expect(start.said()).not.toContain('Warning');

    process.kill(builderOf(start), 'SIGKILL');
    await saved(start, 'Sau khi máy dựng dừng');
  });

  test('sees every save, in whatever way a program saves', async () => {
    const start = await runStart({ 'articles/bai.md': article });
    const file = join(start.content, 'articles/bai.md');
    for (let time = 1; time <= 3; time++) {
      const title = `Lưu bằng đổi tên ${time}`;
      writeFileSync(`${file}.moi`, article.replace('Hội nghị tổng kết năm', title));
      renameSync(`${file}.moi`, file);
      await shown(start, title);
    }
    await saved(start, 'Lưu tại chỗ');
    renameSync(file, `${file}~`);
    save(start, 'Lưu như vim');
    rmSync(`${file}~`);
    await shown(start, 'Lưu như vim');
    rmSync(join(start.content, 'articles'), { recursive: true });
    mkdirSync(join(start.content, 'articles'));
    await saved(start, 'Thư mục làm lại');
    await saved(start, 'Rồi lưu nữa');
  });

  test('ended in the middle of a build, ends its builder too, without a stack of errors', async () => {
    const start = await runStart({ 'articles/bai.md': article });
    for (let time = 1; time <= 5; time++) {
      await saved(start, `Lần lưu thứ ${time}`);
      save(start, 'Lưu rồi dừng');
    }
    await start.end();
    expect(start.said()).not.toMatch(/^ +at /m);
  });

  test('where another program has the port, the next free one is taken', async () => {
    const taken = await openServer((_request, response) => void response.end(), { host: '127.0.0.1', port: 0 });
    const { port } = new URL(taken.origin);
    const { address } = await runStart({ 'articles/bai.md': article }, { PORT: port });
    await taken.close();
    expect(Number(new URL(address).port)).toBeGreaterThan(Number(port));
    expect((await fetch(`${address}bai-viet/bai/`)).status).toBe(200);
  });

  test('where it cannot listen, it says so in one sentence and ends, its builder too', async () => {
    await expect(runStart({ 'articles/bai.md': article }, { HOST: '192.0.2.1' })).rejects.toThrow(
      /^HOST=192\.0\.2\.1 không phải là địa chỉ của máy này: .*\n$/m,
    );
  });

  test('an address that is none is refused, and the next is answered', async () => {
    const { address } = await runStart({ 'articles/bai.md': article });
    expect(await statusOf(address, '//')).toBe(404);
    expect(await statusOf(address, '/%2e%2e/%2e%2e/etc/passwd.html')).toBe(404);
    expect(await statusOf(address, '/bai-viet/bai/')).toBe(200);
  });

  test('below a path, as the site will lie', async () => {
    const { address } = await runStart({ 'articles/bai.md': article }, { SITE_URL: 'https://example.org/hoi' });
    expect(new URL(address).pathname).toBe('/hoi/');
    expect((await fetch(`${address}bai-viet/bai/`)).status).toBe(200);
    expect((await fetch(new URL('/bai-viet/bai/', address))).status).toBe(404);
    expect(await (await fetch(`${address}bai-viet/khong-co/`)).text()).toContain('tai-lai.js');
  });

  test('an old address leads to its article, as it will for readers', async () => {
    const { address } = await runStart({
      'articles/bai.md': article.replace('author:', 'oldUrls: [/cu/bai.html]\nauthor:'),
    });
    const { status, headers } = await fetch(`${address}cu/bai.html`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([301, '/bai-viet/bai/']);
  });
});
