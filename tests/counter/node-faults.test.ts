import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { CounterSettingsError, readCounterSettings } from '#counter/node/counter-settings.ts';
import { openCounter } from '#counter/node/open-counter.ts';
import { DatabaseInUseError, openDatabase } from '#counter/node/open-database.ts';
import { openServer } from '#server/open-server.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import {
  browserUserAgent,
  type CounterHost,
  sendHit,
  sendRequest,
  testAdminToken,
  unusedIpAddress,
} from './counter-host.ts';
import { type NodeHost, nodeHost } from './node-host.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const bearer = { Authorization: `Bearer ${testAdminToken}` };

async function startHost(folder: string, clock?: () => number): Promise<NodeHost> {
  const host = await nodeHost(folder, clock);
  let stopped = false;
  const stop = async () => {
    if (!stopped) await host.stop();
    stopped = true;
  };
  onTestFinished(stop);
  return { ...host, stop };
}

const counted = async (host: CounterHost, path: string, options?: Parameters<typeof sendHit>[2]) => {
  const { status, text } = await sendHit(host, path, options);
  expect(status).toBe(200);
  return JSON.parse(text).counted as boolean;
};
const views = async (host: CounterHost, path: string) =>
  JSON.parse((await sendRequest(host, `/?p=${path}`)).text).pages[path];

test('no file and no warning contains an IP address or a user agent', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const userAgent = browserUserAgent(977);
  const addresses = ['203.0.113.211', '2001:db8:beef:77:1:2:3:4'];
  for (const address of addresses) {
    await sendHit(host, '/a/', { ip: address, userAgent });
    await sendHit(host, '/khong-co/', { ip: address, userAgent });
  }
  const lock = new DatabaseSync(join(folder, 'counter.db'));
  lock.exec('BEGIN IMMEDIATE');
  for (const address of addresses) expect((await sendHit(host, '/b/', { ip: address, userAgent })).status).toBe(503);
  lock.close();

  const files = readdirSync(folder);
  expect(files).toEqual(expect.arrayContaining(['counter.db', 'counter.db-wal', 'counter.db.salt']));
  const all = Buffer.concat([
    ...files.map((file) => readFileSync(join(folder, file))),
    Buffer.from(host.warned.join('\n')),
  ]);
  const binaryAddresses = [Buffer.from([203, 0, 113, 211]), Buffer.from([0x20, 0x01, 0x0d, 0xb8, 0xbe, 0xef, 0, 0x77])];
  for (const needle of [...addresses, '2001:db8:beef', 'Chrome/977', 'AppleWebKit', ...binaryAddresses])
    expect(all.includes(needle)).toBe(false);
});

test('keys that are over stand in no byte of any file: not in the log of the database either', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 2);
  const host = await startHost(folder, () => now);
  for (let n = 0; n < 60; n++) await counted(host, '/a/', { ip: unusedIpAddress() });
  const reader = new DatabaseSync(join(folder, 'counter.db'), { readOnly: true });
  const keys = reader
    .prepare('SELECT value FROM recent,json_each(keys)')
    .all()
    .map(({ value }) => String(value));
  reader.close();
  expect(keys).toHaveLength(120);
  const found = () => {
    const bytes = Buffer.concat(
      readdirSync(folder)
        .filter((name) => /db(-wal|-shm)?$/.test(name))
        .map((name) => readFileSync(join(folder, name))),
    );
    return keys.filter((key) => bytes.includes(key)).length;
  };
  expect(found()).toBeGreaterThan(100);
  now += 32 * minute;
  await host.counter.prune();
  expect(found()).toBe(0);
});

test('a counter that ends forgets the keys that are over', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 2);
  const host = await startHost(folder, () => now);
  await counted(host, '/a/', { ip: unusedIpAddress() });
  now += 32 * minute;
  await host.stop();
  const reader = new DatabaseSync(join(folder, 'counter.db'), { readOnly: true });
  expect(reader.prepare('SELECT count(*) AS n FROM recent').get()).toEqual({ n: 0 });
  reader.close();
});

test('a commit is on the disk before it is acknowledged, and what is deleted is overwritten', () => {
  const database = openDatabase(join(temporaryFolder(), 'counter.db'));
  onTestFinished(() => database.close());
  // 2: FULL, which waits for the disk at each commit (https://www.sqlite.org/pragma.html#pragma_synchronous).
  expect(database.query('SELECT synchronous FROM pragma_synchronous')).toEqual([{ synchronous: 2 }]);
  expect(database.query('SELECT secure_delete FROM pragma_secure_delete')).toEqual([{ secure_delete: 1 }]);
  expect(database.query('SELECT journal_mode FROM pragma_journal_mode')).toEqual([{ journal_mode: 'wal' }]);
});

test('a proxy whose header is not trusted is told once: behind it all readers would be one', async () => {
  const folder = temporaryFolder();
  const warned: string[] = [];
  const counter = openCounter(
    readCounterSettings({ COUNTER_DB: 'c.db', COUNTER_SITEMAP: 's.xml' }, folder),
    (message) => warned.push(message),
  );
  const opened = await openServer(
    (request, response) => {
      if (!counter.handle(request, response)) response.writeHead(404).end();
    },
    { host: '127.0.0.1', port: 0, onClose: [counter.close] },
  );
  onTestFinished(opened.close);
  const host = { port: Number(new URL(opened.origin).port), ipHeader: 'X-Real-IP', stop: opened.close };
  expect((await sendRequest(host, '/')).status).toBe(200);
  expect(warned).toEqual([]);
  for (const ip of ['192.0.2.1', '192.0.2.2']) await sendHit(host, '/a/', { ip });
  expect(warned).toEqual([expect.stringContaining('COUNTER_TRUSTED_HEADER=X-Real-IP')]);
});

test.each([
  ['no database', (file: string) => writeFileSync(file, 'x'.repeat(4096)), 'đó không phải là tệp số đếm'],
  ['a folder', (file: string) => mkdirSync(file), 'Không mở được tệp số đếm'],
])('a counter whose file is %s says so in one sentence', (_, make, reason) => {
  const file = join(temporaryFolder(), 'counter.db');
  make(file);
  expect(() => openDatabase(file)).toThrow(CounterSettingsError);
  expect(() => openDatabase(file)).toThrow(reason);
});

test('a database that was deleted under the counter is told: no hit is acknowledged that would be lost', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  await counted(host, '/a/', { ip: unusedIpAddress() });
  rmSync(join(folder, 'counter.db'));
  expect((await sendHit(host, '/a/', { ip: unusedIpAddress() })).status).toBe(503);
  expect((await sendRequest(host, '/health')).status).toBe(503);
  expect(host.warned).toEqual([expect.stringContaining('tệp số đếm đã bị xóa')]);
});

test('only the owner can read the files', async () => {
  const folder = temporaryFolder();
  await counted(await startHost(folder), '/a/', { ip: unusedIpAddress() });
  for (const file of ['counter.db', 'counter.db.salt']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

test('a restart does not count a visitor twice', async () => {
  const folder = temporaryFolder();
  const address = unusedIpAddress();
  const first = await startHost(folder);
  expect(await counted(first, '/a/', { ip: address })).toBe(true);
  await first.stop();
  const second = await startHost(folder);
  expect(await counted(second, '/a/', { ip: address })).toBe(false);
  expect(await views(second, '/a/')).toBe(1);
});

test.each([
  ['missing', (file: string) => rmSync(file), 0],
  ['corrupt', (file: string) => writeFileSync(file, '[{"day":1'), 1],
  ['of another format', (file: string) => writeFileSync(file, '[{"day":1,"secret":"short"}]'), 1],
  [
    'unreadable',
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
    2,
  ],
])('a salt file that is %s lets a visitor count at most once more', async (_, damage, warnings) => {
  const folder = temporaryFolder();
  const address = unusedIpAddress();
  const first = await startHost(folder);
  await sendHit(first, '/a/', { ip: address });
  await first.stop();
  damage(join(folder, 'counter.db.salt'));
  const second = await startHost(folder);
  expect(await counted(second, '/a/', { ip: address })).toBe(true);
  expect(await counted(second, '/a/', { ip: address })).toBe(false);
  expect(second.warned).toHaveLength(warnings);
});

test('if the salt file cannot be written, counting continues with a salt in memory', async () => {
  const folder = temporaryFolder();
  // A folder at the path of the temporary file: this fails for root too, who ignores file modes.
  mkdirSync(join(folder, 'counter.db.salt.new'));
  const host = await startHost(folder);
  const address = unusedIpAddress();
  expect(await counted(host, '/a/', { ip: address })).toBe(true);
  expect(await counted(host, '/a/', { ip: address })).toBe(false);
  expect(host.warned).toEqual([expect.stringContaining('Không ghi được tệp muối')]);
});

test('a read-only salt file is replaced when its day is over', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 3);
  const first = await startHost(folder, () => now);
  await first.stop();
  const file = join(folder, 'counter.db.salt');
  chmodSync(file, 0o400);
  const before = readFileSync(file, 'utf8');
  now += day;
  const second = await startHost(folder, () => now);
  expect(await counted(second, '/a/', { ip: unusedIpAddress() })).toBe(true);
  expect(readFileSync(file, 'utf8')).not.toBe(before);
  expect(second.warned).toEqual([]);
});

test('while another program locks the database hits are 503; none is lost and none is counted twice', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const [first, second] = [unusedIpAddress(), unusedIpAddress()];
  await sendHit(host, '/a/', { ip: first });
  const other = new DatabaseSync(join(folder, 'counter.db'));
  other.exec('BEGIN IMMEDIATE');

  const refused = await sendHit(host, '/b/', { ip: first });
  expect(refused.status).toBe(503);
  expect(refused.headers['retry-after']).toBe('5');
  expect((await sendHit(host, '/a/', { ip: second })).status).toBe(503);
  expect(await counted(host, '/b/', { ip: first })).toBe(false);
  expect(await views(host, '/a/')).toBe(1);
  expect(await views(host, '/b/')).toBe(0);
  const unhealthy = await sendRequest(host, '/health');
  expect(unhealthy.status).toBe(503);
  expect(JSON.parse(unhealthy.text)).toMatchObject({ ok: false, dirty: 2 });
  const exported = await sendRequest(host, '/admin', { headers: bearer });
  expect(JSON.parse(exported.text).rows.map(({ path, n }: { path: string; n: number }) => [path, n])).toEqual([
    ['', 1],
    ['/a/', 1],
  ]);

  other.exec('ROLLBACK');
  other.close();
  expect(await counted(host, '/a/', { ip: unusedIpAddress() })).toBe(true);
  expect(await views(host, '/a/')).toBe(3);
  expect(await views(host, '/b/')).toBe(1);
  expect((await sendRequest(host, '/health')).status).toBe(200);
  expect(await counted(host, '/b/', { ip: first })).toBe(false);
  expect(host.warned).toEqual([expect.stringContaining('Chưa ghi được'), expect.stringContaining('Đã ghi lại được')]);
});

test('an import while the database is locked is refused and writes nothing', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const other = new DatabaseSync(join(folder, 'counter.db'));
  other.exec('BEGIN IMMEDIATE');
  const put = () =>
    sendRequest(host, '/admin', {
      method: 'PUT',
      headers: bearer,
      body: JSON.stringify({ mode: 'add', id: 'x', rows: [{ day: '2026-11-01', path: '/a/', n: 2 }] }),
    });
  expect((await put()).status).toBe(503);
  expect(await views(host, '/a/')).toBe(0);
  other.close();
  expect((await put()).status).toBe(200);
  expect(await views(host, '/a/')).toBe(2);
});

test('pending hits are written when the counter is stopped', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const other = new DatabaseSync(join(folder, 'counter.db'));
  other.exec('BEGIN IMMEDIATE');
  expect((await sendHit(host, '/a/', { ip: unusedIpAddress() })).status).toBe(503);
  other.close();
  await host.stop();
  expect(await views(await startHost(folder), '/a/')).toBe(1);
});

test('a second counter on the same file is refused, in this process and in another', async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const settings = readCounterSettings({ COUNTER_DB: 'counter.db' }, folder);
  expect(() => openCounter(settings, () => {})).toThrow(DatabaseInUseError);
  const module = new URL('../../counter/node/open-database.ts', import.meta.url);
  const { stderr } = spawnSync(
    process.execPath,
    [
      '-e',
      `import(${JSON.stringify(module.href)}).then(({ openDatabase }) => openDatabase(process.argv[1]))`,
      settings.database,
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toContain('DatabaseInUse');
  await host.stop();
  openCounter(settings, () => {}).close();
});

test('after the clock is set back a day, counting continues and counts nobody twice within 30 minutes', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 3);
  const host = await startHost(folder, () => now);
  const address = unusedIpAddress();
  expect(await counted(host, '/a/', { ip: address })).toBe(true);
  now -= day;
  expect(await counted(host, '/a/', { ip: address })).toBe(false);
  expect(await counted(host, '/b/', { ip: address })).toBe(true);
  expect(await counted(host, '/a/', { ip: unusedIpAddress() })).toBe(true);
  now += 29 * minute;
  expect(await counted(host, '/b/', { ip: address })).toBe(false);
  now += 31 * minute;
  expect(await counted(host, '/a/', { ip: address })).toBe(true);
  expect(await views(host, '/a/')).toBe(3);
});

test('the same holds if the clock is set back while the counter is stopped', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 3);
  const address = unusedIpAddress();
  const first = await startHost(folder, () => now);
  await sendHit(first, '/a/', { ip: address });
  await first.stop();
  now -= day;
  const second = await startHost(folder, () => now);
  expect(await counted(second, '/a/', { ip: address })).toBe(false);
  now += 31 * minute;
  expect(await counted(second, '/a/', { ip: address })).toBe(true);
});

test('tables of a newer version are refused', async () => {
  const folder = temporaryFolder();
  await (await startHost(folder)).stop();
  const file = join(folder, 'counter.db');
  const database = new DatabaseSync(file);
  database.exec("UPDATE meta SET value='3' WHERE name='version'");
  database.close();
  await expect(startHost(folder)).rejects.toThrow('version 3');
});

test('headers of more than 8 KiB are 431', async () => {
  const host = await startHost(temporaryFolder());
  expect((await sendRequest(host, '/', { headers: { 'X-Long': 'a'.repeat(7000) } })).status).toBe(200);
  expect((await sendRequest(host, '/', { headers: { 'X-Long': 'a'.repeat(8200) } })).status).toBe(431);
});

test('headers and requests time out after five seconds', async () => {
  const { server } = await startHost(temporaryFolder());
  expect([server.headersTimeout, server.requestTimeout]).toEqual([5000, 5000]);
});

test('an aborted or malformed request does no harm', async () => {
  const host = await startHost(temporaryFolder());
  const sendRaw = (text: string, keepOpen: boolean) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1', () => (keepOpen ? socket.write(text) : socket.end(text)));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('close', () => resolve(received)).on('error', reject);
    });
  expect(await sendRaw('not http\r\n\r\n', true)).toContain('400 Bad Request');
  await sendRaw(
    'POST /api/count/v1/hit HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 20\r\n\r\n/a/',
    false,
  );
  expect((await sendRequest(host, '/health')).status).toBe(200);
  expect(host.warned).toEqual([]);
});

test('nothing is counted until there is a sitemap', async () => {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 10, 24, 3);
  const host = await startHost(folder, () => now);
  const sitemap = join(folder, 'sitemap.xml');
  const text = readFileSync(sitemap, 'utf8');
  rmSync(sitemap);
  expect((await sendHit(host, '/a/', { ip: unusedIpAddress() })).status).toBe(404);
  writeFileSync(sitemap, text);
  now += 1000;
  expect(await counted(host, '/a/', { ip: unusedIpAddress() })).toBe(true);
  expect(existsSync(sitemap)).toBe(true);
});
