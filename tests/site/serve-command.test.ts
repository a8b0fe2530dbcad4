import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { fixedTime, scriptArgs } from '#bench/fixtures/run-script.ts';
import { openServer } from '#server/open-server.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Runs npm run serve. `address` resolves to the URL it prints, `ended` to its exit status and output. */
function serve(environment: Readonly<Record<string, string>>) {
  const COUNTER_DB = join(temporaryFolder(), 'counter.db');
  const env = { ...process.env, CI: 'true', BUILD_TIME: fixedTime, HOST: '', PORT: '0', COUNTER_DB, ...environment };
  const child = spawn(process.execPath, scriptArgs('scripts/serve.ts'), { cwd: projectRoot, env, stdio: 'pipe' });
  const opened = Promise.withResolvers<string>();
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const address = /Mở (http:\S+\/) /.exec(printed)?.[1];
      if (address) opened.resolve(address);
    });
  const ended = new Promise<{ status: number | null; printed: string }>((resolve) =>
    child.on('close', (status) => {
      opened.reject(new Error(printed));
      resolve({ status, printed });
    }),
  );
  opened.promise.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { address: opened.promise, ended, child };
}

/** A copy of a built site that a test may modify. */
function copyBuiltSite(): string {
  const folder = join(temporaryFolder(), 'site');
  cpSync(inject('everyStateDir'), folder, { recursive: true });
  return folder;
}

/** The status of an address for a request with another Host. */
async function statusFor(address: string, host: string): Promise<number | undefined> {
  const [response] = await once(get(address, { headers: { Host: host } }), 'response');
  response.resume();
  return response.statusCode;
}

const compressedHome = async (address: string) => {
  const response = await fetch(address, { headers: { 'Accept-Encoding': 'br' } });
  return [response.status, response.headers.get('content-encoding')];
};

test('a built site is served compressed, and a signal ends the server with status 0', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { address, ended, child } = serve({ OUTPUT_DIR: copyBuiltSite() });
    expect(await compressedHome(await address)).toEqual([200, 'br']);
    child.kill(signal);
    expect((await ended).status).toBe(0);
  }
});

test('without a built site it builds one first, and serves it below the path of SITE_URL', async () => {
  const output = join(temporaryFolder(), 'site');
  const environment = { OUTPUT_DIR: output, CONTENT_DIR: contentFolder({}), SITE_URL: 'https://example.org/hoi' };
  const address = await serve(environment).address;
  expect(new URL(address).pathname).toBe('/hoi/');
  expect(await compressedHome(address)).toEqual([200, 'br']);
  expect(await statusFor(address, 'example.org')).toBe(200);
  // A name that somebody has pointed at this computer.
  expect(await statusFor(address, 'evil.example')).toBe(421);
});

test('a failed build is not served', async () => {
  const output = join(temporaryFolder(), 'site');
  const content = contentFolder({ 'site.yaml': null });
  const { status, printed } = await serve({ OUTPUT_DIR: output, CONTENT_DIR: content }).ended;
  expect(status).toBe(1);
  expect(printed).toContain('Không dựng trang');
  expect(printed).not.toContain('Mở http');
  expect(existsSync(output)).toBe(false);
});

test('a port in use and an invalid environment variable each give one message', async () => {
  const taken = await openServer(() => {}, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => taken.close());
  const { port } = new URL(taken.origin);
  const OUTPUT_DIR = copyBuiltSite();
  for (const [environment, sentence] of [
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
    expect(await serve({ OUTPUT_DIR, ...environment }).ended).toEqual({ status: 1, printed: sentence });
});

test('a new build is served without a restart', async () => {
  const OUTPUT_DIR = copyBuiltSite();
  const address = await serve({ OUTPUT_DIR }).address;
  rmSync(join(OUTPUT_DIR, 'index.html'));
  expect((await fetch(address)).status).toBe(404);
  cpSync(join(inject('everyStateDir'), 'index.html'), join(OUTPUT_DIR, 'index.html'));
  expect((await fetch(address)).status).toBe(200);
});
