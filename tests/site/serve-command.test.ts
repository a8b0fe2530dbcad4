import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { commandLine, fixedTime } from '#bench/fixtures/run-build.ts';
import { openServer } from '#server/open-server.ts';
import { root } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Runs npm run serve; `opened` is the address it says, `ended` how it ended and what it said. */
function serve(knobs: Readonly<Record<string, string>>) {
  const COUNTER_DB = join(temporaryFolder(), 'counter.db');
  const env = { ...process.env, CI: 'true', BUILD_TIME: fixedTime, HOST: '', PORT: '0', COUNTER_DB, ...knobs };
  const child = spawn(process.execPath, commandLine('scripts/serve.ts'), { cwd: root, env, stdio: 'pipe' });
  const opened = Promise.withResolvers<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /Mở (http:\S+\/) /.exec(said)?.[1];
      if (address) opened.resolve(address);
    });
  const ended = new Promise<{ status: number | null; said: string }>((done) =>
    child.on('close', (status) => {
      opened.reject(new Error(said));
      done({ status, said });
    }),
  );
  opened.promise.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { opened: opened.promise, ended, child };
}

/** A copy of a built site that may be changed. */
function builtSite(): string {
  const folder = join(temporaryFolder(), 'site');
  cpSync(inject('everyStateDir'), folder, { recursive: true });
  return folder;
}

const compressedHome = async (address: string) => {
  const response = await fetch(address, { headers: { 'Accept-Encoding': 'br' } });
  return [response.status, response.headers.get('content-encoding')];
};

test('a built site is compressed and served, and a signal ends it well', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { opened, ended, child } = serve({ OUTPUT_DIR: builtSite() });
    expect(await compressedHome(await opened)).toEqual([200, 'br']);
    child.kill(signal);
    expect((await ended).status).toBe(0);
  }
});

test('where nothing was built yet, it is built first, and served below the path of its address', async () => {
  const output = join(temporaryFolder(), 'site');
  const knobs = { OUTPUT_DIR: output, CONTENT_DIR: contentFolder({}), SITE_URL: 'https://example.org/hoi' };
  const address = await serve(knobs).opened;
  expect(new URL(address).pathname).toBe('/hoi/');
  expect(await compressedHome(address)).toEqual([200, 'br']);
});

test('where the build fails, nothing is served', async () => {
  const output = join(temporaryFolder(), 'site');
  const content = contentFolder({ 'site.yaml': null });
  const { status, said } = await serve({ OUTPUT_DIR: output, CONTENT_DIR: content }).ended;
  expect(status).toBe(1);
  expect(said).toContain('Không dựng trang');
  expect(said).not.toContain('Mở http');
  expect(existsSync(output)).toBe(false);
});

test('a port that is taken, and a knob that is none, are each one sentence', async () => {
  const taken = await openServer(() => {}, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => taken.close());
  const { port } = new URL(taken.origin);
  const OUTPUT_DIR = builtSite();
  for (const [knobs, sentence] of [
    [
      { PORT: port },
      `Cổng ${port} đang có chương trình khác dùng: dừng nó, hoặc chọn cổng khác bằng PORT=${Number(port) + 1}\n`,
    ],
    [{ PORT: 'web' }, 'PORT=web không phải là số cổng: viết như PORT=8080\n'],
    [
      { HOST: '192.0.2.1' },
      'HOST=192.0.2.1 không phải là địa chỉ của máy này: viết như HOST=127.0.0.1 hay HOST=0.0.0.0\n',
    ],
  ] as const)
    expect(await serve({ OUTPUT_DIR, ...knobs }).ended).toEqual({ status: 1, said: sentence });
});

test('a new build is seen without a new start', async () => {
  const OUTPUT_DIR = builtSite();
  const address = await serve({ OUTPUT_DIR }).opened;
  rmSync(join(OUTPUT_DIR, 'index.html'));
  expect((await fetch(address)).status).toBe(404);
  cpSync(join(inject('everyStateDir'), 'index.html'), join(OUTPUT_DIR, 'index.html'));
  expect((await fetch(address)).status).toBe(200);
});
