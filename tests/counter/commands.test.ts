import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runServer } from '#bench/counter/run-counter.ts';
import { runScript, scriptArgs } from '#bench/fixtures/run-script.ts';
import { isoDay } from '#vietnamese/date.ts';
import { contentFolder } from '../content-folder.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sendHit, sendRequest } from './counter-host.ts';

const token = 'a'.repeat(64);

/** Starts a counter in a child process; `env` are the environment variables for commands that call it. */
async function counter() {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'sitemap.xml'),
    '<urlset><url><loc>https://example.org/</loc></url><url><loc>https://example.org/a/</loc></url></urlset>',
  );
  const server = await runServer(scriptArgs('scripts/counter.ts'), {
    COUNTER_DB: join(folder, 'counter.db'),
    COUNTER_SITEMAP: join(folder, 'sitemap.xml'),
    COUNTER_PORT: '0',
    COUNTER_TRUSTED_HEADER: 'X-Real-IP',
    COUNTER_ADMIN_TOKEN: token,
  });
  onTestFinished(async () => void (await server.stop('SIGTERM')));
  const url = `http://127.0.0.1:${server.port}`;
  const host = { port: server.port, ipHeader: 'X-Real-IP', stop: async () => {} };
  return {
    env: { COUNTER_URL: url, COUNTER_ADMIN_TOKEN: token },
    hit: (path: string, address: string) => sendHit(host, path, { ip: address }),
    all: async () =>
      JSON.parse((await sendRequest(host, '/all', { headers: { Authorization: `Bearer ${token}` } })).text),
  };
}

test('the total of the old site is imported once, with its date, and never changed silently', async () => {
  const { env, hit, all } = await counter();
  await hit('/', '192.0.2.1');
  const carry = (...args: string[]) => runScript('counter-import', env, args);
  expect(carry('--carry', '123456', '--taken', '2026-11-20').stdout).toBe(
    'Đã nhập 1 dòng. Bộ đếm nay có 123.457 lượt truy cập.\n',
  );
  expect(carry('--carry', '123456', '--taken', '2026-11-20').stdout).toBe(
    'Số này đã nhập từ trước, không cộng thêm. Bộ đếm nay có 123.457 lượt truy cập.\n',
  );
  const other = carry('--carry', '999', '--taken', '2026-11-21');
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('409')]);
  expect(await all()).toMatchObject({
    total: 123_457,
    carried: { visits: 123_456, taken: '2026-11-20' },
    pages: { '/': 1 },
  });
});

test('an export imported into another counter, even twice, is complete, and its own numbers stay', async () => {
  const [source, target] = [await counter(), await counter()];
  for (const address of ['192.0.2.1', '192.0.2.2']) await source.hit('/a/', address);
  expect(runScript('counter-import', source.env, ['--carry', '5000', '--taken', '2020-01-31']).status).toBe(0);
  await target.hit('/', '192.0.2.9');
  const file = join(temporaryFolder(), 'so-dem.json');
  expect(runScript('counter-export', source.env, [file]).stdout).toContain(file);
  expect(runScript('counter-export', source.env, [file]).stderr).toContain('chọn tên khác');

  for (const _ of [1, 2]) expect(runScript('counter-import', target.env, [file]).status).toBe(0);
  expect(await target.all()).toMatchObject({ total: 5003, pages: { '/': 1, '/a/': 2 }, carried: { visits: 5000 } });
  // The ids of applied additions are part of the export.
  expect(runScript('counter-import', target.env, ['--carry', '5000', '--taken', '2020-01-31']).stdout).toContain(
    'từ trước',
  );

  expect(runScript('counter-import', target.env, [file, '--replace']).status).toBe(0);
  expect((await target.all()).pages).toEqual({ '/': 1, '/a/': 2 });
});

test('a snapshot has a date, the last one of an older month stays, and a drop in the total is refused', async () => {
  const { env, hit, all } = await counter();
  await hit('/a/', '192.0.2.1');
  const CONTENT_DIR = contentFolder({});
  const folder = join(CONTENT_DIR, 'statistics');
  mkdirSync(folder);
  const { at } = await all();
  const month = isoDay(new Date(at)).slice(0, 7);
  const figures = { v: 1, total: 0, today: 0, pages: {}, days: {}, months: {}, recent: {} };
  const writeSnapshot = (day: string, total = 0) =>
    writeFileSync(join(folder, `${day}.json`), JSON.stringify({ ...figures, total, at: `${day}T00:00:00.000Z` }));
  writeSnapshot('2020-01-31');
  const snapshot = (...args: string[]) => runScript('counter-snapshot', { ...env, CONTENT_DIR }, args);
  expect(snapshot().stdout).toContain('1 lượt truy cập');
  const [oldest, newestFile = ''] = readdirSync(folder).sort();
  expect([oldest, newestFile.slice(0, 7)]).toEqual(['2020-01-31.json', month]);
  expect(JSON.parse(readFileSync(join(folder, newestFile), 'utf8'))).toMatchObject({ total: 1, pages: { '/a/': 1 } });

  writeSnapshot('2020-02-01', 2);
  const newest = newestFile.replace('.json', '');
  writeSnapshot(newest, 7);
  const refused = snapshot();
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('ít hơn 7 lượt')]);
  expect(snapshot('--force').status).toBe(0);
  expect(
    runScript('build', { CONTENT_DIR, OUTPUT_DIR: join(temporaryFolder(), 'site'), BUILD_TIME: '2099-01-01' }).status,
  ).toBe(0);
});

test.each([
  ['counter-export', ['x.json'], { COUNTER_ADMIN_TOKEN: '' }, 'Cần COUNTER_ADMIN_TOKEN'],
  ['counter-export', [], {}, 'Cách dùng'],
  ['counter-import', [], {}, 'Cách dùng'],
  ['counter-import', ['khong-co.json'], {}, 'Không có tệp khong-co.json'],
  ['counter-import', ['package.json'], {}, 'không phải là tệp của npm run counter:export'],
  ['counter-import', ['--carry', '12 345', '--taken', '2026-11-20'], {}, 'không phải là một số'],
  ['counter-import', ['--carry', '12345'], {}, 'Thiếu ngày'],
  ['counter-snapshot', [], { COUNTER_URL: 'http://127.0.0.1:9' }, 'Không gọi được bộ đếm ở http://127.0.0.1:9'],
  ['counter-snapshot', [], { COUNTER_URL: 'vi-du' }, 'COUNTER_URL=vi-du không phải là địa chỉ'],
] as const)('%s %j %j fails with one sentence that says what to do', async (command, args, env, message) => {
  const { status, stderr } = await runInProcess(command, { COUNTER_ADMIN_TOKEN: token, ...env }, args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});
