import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { sendHit, sendRequest, testAdminToken, unusedIpAddress } from './counter-host.ts';
import { bundledWorker, workersHost } from './workers-host.ts';

const bearer = { Authorization: `Bearer ${testAdminToken}` };

test('the bundle is at most 12.5 kB gzipped', async () => {
  expect(gzipSync(await bundledWorker(), { level: 9 }).length).toBeLessThanOrEqual(12_500);
});

test('a restarted object counts nobody twice, and its storage identifies nobody', async () => {
  const folder = temporaryFolder();
  const address = '203.0.113.77';
  const before = await workersHost(folder, {});
  expect(JSON.parse((await sendHit(before, '/a/', { ip: address })).text)).toMatchObject({ counted: true, views: 1 });
  await before.stop();

  const after = await workersHost(folder, {});
  expect(JSON.parse((await sendHit(after, '/a/', { ip: address })).text)).toMatchObject({
    counted: false,
    views: 1,
    total: 1,
  });
  expect(JSON.parse((await sendHit(after, '/b/', { ip: address })).text)).toMatchObject({ counted: true, total: 1 });
  await after.stop();

  const [file = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /objects.*\.sqlite$/.test(name) && !name.includes('metadata'),
  );
  const database = new DatabaseSync(join(folder, file));
  const keys = database.prepare('SELECT value FROM recent,json_each(keys)').all();
  database.close();
  expect(keys.length).toBeGreaterThanOrEqual(3);
  for (const { value } of keys) expect(Number(value)).toBeLessThan(2 ** 24);
});

test('a path outside the prefix is served from the site', async () => {
  const host = await workersHost(temporaryFolder(), {});
  const get = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: host.port, path, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      })
        .on('error', reject)
        .end();
    });
  expect(await get('/')).toBe(200);
  expect(await get('/khong-co/')).toBe(404);
  expect(await get('/api/count/v10')).toBe(404);
  await host.stop();
});

test('a weak admin token is ignored and not logged', async () => {
  const weak = 'short-and-weak';
  const host = await workersHost(temporaryFolder(), {}, { token: weak });
  for (const _ of [1, 2])
    expect((await sendRequest(host, '/admin', { headers: { Authorization: `Bearer ${weak}` } })).status).toBe(401);
  await host.stop();
  expect(host.logged.filter((line) => line.includes('COUNTER_ADMIN_TOKEN'))).toHaveLength(1);
  expect(host.logged.join('\n')).not.toContain(weak);
});

test('an unexpected error is a 500 without visitor data', async () => {
  const host = await workersHost(temporaryFolder(), { SHARDS: 'many' });
  const address = unusedIpAddress();
  const response = await sendHit(host, '/a/', { ip: address });
  await host.stop();
  expect(response).toMatchObject({ status: 500, text: '{"error":"The counter failed."}' });
  expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  expect(host.logged.join('\n')).not.toContain(address);
});

test('numbers are kept when shards are added, and after an import when shards are removed', async () => {
  const folder = temporaryFolder();
  const runWith = async (shards: string, hits: number) => {
    const host = await workersHost(folder, { SHARDS: shards });
    for (let n = 0; n < hits; n++) await sendHit(host, '/a/', { ip: unusedIpAddress() });
    const exported = JSON.parse((await sendRequest(host, '/admin', { headers: bearer })).text);
    return { host, exported, views: async () => JSON.parse((await sendRequest(host, '/?p=/a/')).text).pages['/a/'] };
  };
  const one = await runWith('1', 3);
  await one.host.stop();
  const three = await runWith('3', 9);
  expect(await three.views()).toBe(12);
  await three.host.stop();

  const reduced = await runWith('1', 0);
  const body = JSON.stringify({ mode: 'set', ...three.exported });
  expect((await sendRequest(reduced.host, '/admin', { method: 'PUT', headers: bearer, body })).status).toBe(200);
  expect(await reduced.views()).toBe(12);
  await reduced.host.stop();
});
