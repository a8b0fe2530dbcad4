import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  browserUserAgent,
  type CounterHost,
  type CounterRequestOptions,
  type HitOptions,
  type ReceivedResponse,
  sendHit as sendHitTo,
  sendRequest as sendTo,
  testAdminToken,
  testSiteUrl,
  unusedIpAddress,
} from './counter-host.ts';

const bearer = { Authorization: `Bearer ${testAdminToken}` };

/** Defines the tests of the HTTP API and its limits against abuse; every host must pass them. */
export function testCounterContract(name: string, start: (folder: string) => Promise<CounterHost>): void {
  describe(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'counter-test-'));
    let host: CounterHost;
    const responses: ReceivedResponse[] = [];

    beforeAll(async () => {
      host = await start(folder);
    });
    afterAll(async () => {
      await host?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    afterEach(() => {
      for (const { headers } of responses.splice(0)) {
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
        expect(headers['cache-control']).toMatch(/^(no-store|public, max-age=10)$/);
        expect(Object.keys(headers).filter((name) => /^(access-control-.*|set-cookie)$/.test(name))).toEqual([]);
      }
    });

    const send = async (path: string, options?: CounterRequestOptions) => {
      const response = await sendTo(host, path, options);
      responses.push(response);
      return response;
    };
    const hit = async (path: string, options?: HitOptions) => {
      const response = await sendHitTo(host, path, options);
      responses.push(response);
      return response;
    };
    const json = ({ text }: ReceivedResponse) => JSON.parse(text);
    const figuresOf = async (path: string) => {
      const { total, today, pages } = json(await send(`/?p=${encodeURIComponent(path)}`));
      return { total, today, views: pages[path] ?? 0 };
    };
    /** How much `work` increased the numbers of a page. */
    const increase = async (path: string, work: () => Promise<unknown>) => {
      const before = await figuresOf(path);
      await work();
      const after = await figuresOf(path);
      return { visits: after.total - before.total, views: after.views - before.views };
    };
    const exported = async () => json(await send('/admin', { headers: bearer }));
    const exportedInParts = async () => {
      const rows: { day: string; path: string; n: number }[] = [];
      let parts = 0;
      for (let query = ''; ; parts++) {
        const part = json(await send(`/admin${query}`, { headers: bearer }));
        rows.push(...part.rows);
        if (!part.next) return { parts: parts + 1, rows };
        query = `?${new URLSearchParams(part.next)}`;
      }
    };
    const put = (value: unknown) =>
      send('/admin', {
        method: 'PUT',
        headers: bearer,
        body: typeof value === 'string' ? value : JSON.stringify(value),
      });

    describe('a hit', () => {
      test('counts a visit and a view, and responds with the numbers', async () => {
        const address = unusedIpAddress();
        const before = await figuresOf('/a/');
        const response = await hit('/a/', { ip: address });
        expect(response.status).toBe(200);
        expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
        expect(json(response)).toEqual({
          total: before.total + 1,
          today: before.today + 1,
          path: '/a/',
          views: before.views + 1,
          counted: true,
        });
        expect(await figuresOf('/a/')).toEqual({
          total: before.total + 1,
          today: before.today + 1,
          views: before.views + 1,
        });
      });

      test('is not counted twice', async () => {
        const address = unusedIpAddress();
        await hit('/a/', { ip: address });
        const change = await increase('/a/', async () => {
          const response = await hit('/a/', { ip: address });
          expect(response.status).toBe(200);
          expect(json(response).counted).toBe(false);
        });
        expect(change).toEqual({ visits: 0, views: 0 });
      });

      test('on another page is a view, but not a visit', async () => {
        const address = unusedIpAddress();
        await hit('/a/', { ip: address });
        const change = await increase('/b/', async () =>
          expect(json(await hit('/b/', { ip: address })).counted).toBe(true),
        );
        expect(change).toEqual({ visits: 0, views: 1 });
      });

      test('from another browser in the same network is another visit', async () => {
        const address = unusedIpAddress();
        await hit('/a/', { ip: address });
        const change = await increase('/a/', () => hit('/a/', { ip: address, userAgent: browserUserAgent(139) }));
        expect(change).toEqual({ visits: 1, views: 1 });
      });

      test('from a bot or without a user agent gets the numbers and writes nothing', async () => {
        await hit('/a/', { ip: unusedIpAddress() });
        const before = await exported();
        for (const userAgent of [
          'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
          'curl/8.5.0',
          '',
        ]) {
          const response = await hit('/a/', { ip: unusedIpAddress(), userAgent });
          expect(response.status).toBe(200);
          expect(json(response)).toEqual({
            total: expect.any(Number),
            today: expect.any(Number),
            path: '/a/',
            views: expect.any(Number),
            counted: false,
          });
          expect(json(response).views).toBeGreaterThan(0);
        }
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('without an address is not counted', async () => {
        for (const address of ['unknown', '1.2.3.4, 5.6.7.8', '999.1.1.1'])
          expect(json(await hit('/a/', { ip: address })).counted).toBe(false);
      });

      test.each([
        ['?q=1', '/a/?q=1'],
        ['a fragment', '/a/#muc'],
        ['index.html', '/a/index.html'],
        ['percent-encoding', '/%61/'],
      ])('is normalized: a path with %s', async (_, text) => {
        const change = await increase('/a/', async () =>
          expect(json(await hit(text, { ip: unusedIpAddress() })).path).toBe('/a/'),
        );
        expect(change).toEqual({ visits: 1, views: 1 });
      });

      test('accepts a Vietnamese path in any Unicode form or encoding', async () => {
        const path = '/tin-tức/một&hai/';
        const change = await increase(path, async () => {
          for (const text of [path, path.normalize('NFD'), encodeURI(path)])
            expect(json(await hit(text, { ip: unusedIpAddress() })).path).toBe(path);
        });
        expect(change).toEqual({ visits: 3, views: 3 });
      });

      test.each([
        '/khong-co/',
        '/b',
        '/tep/',
        '',
        'a/',
        'https://example.org/a/',
        '/x/../a/',
        '/x/%2e%2e/a/',
        '/a/\0',
        '/a/%00',
        '/%',
        '/%ff/',
        '\\a\\',
        '/__proto__',
      ])('on %j, which is not a page, is 404 and writes no row', async (text) => {
        const before = await exported();
        const response = await hit(text, { ip: unusedIpAddress() });
        expect(response.status).toBe(404);
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('on 300 random paths writes no row', async () => {
        const before = await exported();
        for (let n = 0; n < 300; n += 20) {
          const random = Array.from({ length: 20 }, () => `/${Math.random().toString(36).slice(2)}/`);
          const all = await Promise.all(random.map((path) => hit(path, { ip: unusedIpAddress() })));
          expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
        }
        expect((await exported()).rows).toEqual(before.rows);
      });
    });

    describe('the limit', () => {
      /** Sends hits of different browsers; returns how many were counted. */
      const countHits = async (hits: number, address: (index: number) => string) => {
        const all = await Promise.all(
          Array.from({ length: hits }, (_, index) =>
            hit('/', { ip: address(index), userAgent: browserUserAgent(1000 + index) }),
          ),
        );
        expect(all.every(({ status }) => status === 200)).toBe(true);
        return all.filter((response) => json(response).counted).length;
      };

      test('is 120 views for one IPv4 address, IPv4-mapped or not', async () => {
        const address = unusedIpAddress();
        const change = await increase('/', async () =>
          expect(await countHits(130, (index) => (index % 2 ? address : `::ffff:${address}`))).toBe(120),
        );
        expect(change).toEqual({ visits: 120, views: 120 });
        expect(json(await hit('/', { ip: unusedIpAddress() })).counted).toBe(true);
      });

      test('is 120 views for one IPv6 /64', async () => {
        expect(await countHits(130, (index) => `2001:db8:0:7:${index.toString(16)}::1`)).toBe(120);
        expect(json(await hit('/', { ip: '2001:db8:0:8::1' })).counted).toBe(true);
      });

      test('treats two addresses in one /64 as one visitor', async () => {
        await hit('/a/', { ip: '2001:db8:0:9::1' });
        expect(json(await hit('/a/', { ip: '2001:0DB8:0:9:ffff::2' })).counted).toBe(false);
      });
    });

    describe('the origin', () => {
      const own = () => `http://127.0.0.1:${host.port}`;
      const status = async (headers: Readonly<Record<string, string>>) =>
        (await hit('/a/', { ip: unusedIpAddress(), headers })).status;

      test.each([
        ['a foreign Origin', { Origin: 'https://evil.example' }],
        [
          'a foreign Origin with Sec-Fetch-Site: same-origin',
          { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
        ],
        ['an Origin with the right host and another port', { Origin: 'http://127.0.0.1:1' }],
        ['an Origin that starts with the site’s', { Origin: `${testSiteUrl}.evil.example` }],
        ['Sec-Fetch-Site: cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
        ['Sec-Fetch-Site: same-site', { 'Sec-Fetch-Site': 'same-site' }],
        ['Sec-Fetch-Site: none', { 'Sec-Fetch-Site': 'none' }],
        ['the site’s Origin with Sec-Fetch-Site: cross-site', { Origin: testSiteUrl, 'Sec-Fetch-Site': 'cross-site' }],
        ['neither header', {}],
        ['a null Origin alone', { Origin: 'null' }],
        ['an Origin that is not a URL', { Origin: 'a/' }],
      ])('%s is 403', async (_, headers) => {
        const change = await increase('/a/', async () => expect(await status(headers)).toBe(403));
        expect(change).toEqual({ visits: 0, views: 0 });
      });

      test('is accepted when it is the site’s, the Host’s, or absent with Sec-Fetch-Site: same-origin', async () => {
        expect(await status({ Origin: testSiteUrl })).toBe(200);
        expect(await status({ Origin: own() })).toBe(200);
        expect(await status({ Origin: own(), 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
        expect(await status({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
        expect(await status({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
      });
    });

    describe('the figures', () => {
      test('contain the requested pages, with caching headers', async () => {
        await hit('/a/', { ip: unusedIpAddress() });
        for (const path of ['/?p=/a/&p=/b/&p=/khong-co/&p=/%2e%2e/', '?p=/a/&p=/b/&p=%2Fb%2F%3Fx']) {
          const response = await send(path);
          expect(response.status).toBe(200);
          expect(response.headers['cache-control']).toBe('public, max-age=10');
          expect(json(response)).toEqual({
            total: expect.any(Number),
            today: expect.any(Number),
            pages: { '/a/': expect.any(Number), '/b/': expect.any(Number) },
          });
        }
        expect(json(await send('/')).pages).toEqual({});
        expect(json(await send(`/?p=${encodeURIComponent('/tin-tức/một&hai/')}`)).pages).toHaveProperty([
          '/tin-tức/một&hai/',
        ]);
      });

      test('are 304 when the client has the same ETag', async () => {
        const { headers } = await send('/?p=/a/');
        const etag = String(headers['etag']);
        expect(etag).toMatch(/^"[\w-]+"$/);
        for (const condition of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
          const notModified = await send('/?p=/a/', { headers: { 'If-None-Match': condition } });
          expect(notModified).toMatchObject({ status: 304, text: '' });
          expect(notModified.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=10' });
        }
        expect((await send('/?p=/a/', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
        await hit('/a/', { ip: unusedIpAddress() });
        expect((await send('/?p=/a/', { headers: { 'If-None-Match': etag } })).status).toBe(200);
      });

      test('can be requested with HEAD', async () => {
        const get = await send('/?p=/a/');
        const head = await send('/?p=/a/', { method: 'HEAD' });
        expect(head).toMatchObject({ status: 200, text: '' });
        expect(head.headers['etag']).toBe(get.headers['etag']);
        expect((await send('/all', { method: 'HEAD' })).text).toBe('');
      });

      test('are limited to 50 pages per request', async () => {
        const pages = (count: number) => `/?${Array.from({ length: count }, () => 'p=/a/').join('&')}`;
        expect((await send(pages(50))).status).toBe(200);
        expect((await send(pages(51))).status).toBe(400);
      });

      test('of /all are given by page, day, month and for the last 30 days', async () => {
        await hit('/a/', { ip: unusedIpAddress() });
        const response = await send('/all', { headers: bearer });
        expect(response.status).toBe(200);
        const all = json(response);
        expect(Object.keys(all)).toEqual(['v', 'at', 'total', 'today', 'pages', 'days', 'months', 'recent']);
        expect(all).toMatchObject({ v: 1, total: all.today, pages: all.recent });
        expect(new Date(all.at).toISOString()).toBe(all.at);
        expect(Object.entries(all.days)).toEqual([[expect.stringMatching(/^\d{4}-\d\d-\d\d$/), all.total]]);
        expect(Object.entries(all.months)).toEqual([[Object.keys(all.days)[0]?.slice(0, 7), all.total]]);
        expect(all.pages['/a/']).toBe((await figuresOf('/a/')).views);
      });

      test('of /all are sent from memory, with a tag for 304, and only so often to a network', async () => {
        const ip = unusedIpAddress();
        const first = await send('/all', { ip });
        expect(first.headers['cache-control']).toBe('public, max-age=10');
        const same = await send('/all', { ip, headers: { 'If-None-Match': `"x", W/${first.headers['etag']}` } });
        // A new answer may have been made meanwhile.
        expect([200, 304]).toContain(same.status);
        let refused = await send('/all', { ip });
        for (let n = 0; n < 60 && refused.status !== 429; n++) refused = await send('/all', { ip });
        expect(refused.status).toBe(429);
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
        expect((await send('/all', { ip: unusedIpAddress() })).status).toBe(200);
        expect((await send('/all', { ip, headers: bearer })).status).toBe(200);
      });

      test('of /health report a healthy counter', async () => {
        const response = await send('/health');
        expect(response.status).toBe(200);
        expect(json(response)).toEqual({ ok: true, full: false, dirty: 0, lastCommitMs: expect.any(Number) });
      });
    });

    describe('methods and sizes', () => {
      const routes = {
        '': ['GET', 'HEAD'],
        '/': ['GET', 'HEAD'],
        '/hit': ['POST'],
        '/all': ['GET', 'HEAD'],
        '/admin': ['GET', 'HEAD', 'PUT'],
        '/health': ['GET', 'HEAD'],
      };

      test.each(Object.entries(routes))('“%s” responds 405 with Allow to any other method', async (path, allowed) => {
        for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
          const { status, headers } = await send(path, { method, headers: { Origin: 'https://evil.example' } });
          if (allowed.includes(method)) expect(status).not.toBe(405);
          else {
            expect(status).toBe(405);
            expect(headers['allow']).toBe(allowed.join(', '));
          }
        }
      });

      test('an unknown route is 404', async () => {
        for (const path of ['/hit/', '/khong-co', '/all/x', '//']) expect((await send(path)).status).toBe(404);
      });

      const long = `/${'a'.repeat(512)}`;
      const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' };

      test('a hit of 512 bytes is accepted', async () => {
        const options = { method: 'POST', headers: sameOrigin, body: long.slice(0, 512) };
        expect((await send('/hit', options)).status).toBe(404);
        expect((await send('/hit', { ...options, chunked: true })).status).toBe(404);
      });

      test('a longer hit is 413, with or without Content-Length', async () => {
        const options = { method: 'POST', headers: sameOrigin, body: long };
        expect((await send('/hit', options)).status).toBe(413);
        expect((await send('/hit', { ...options, chunked: true })).status).toBe(413);
      });
    });

    describe('/admin', () => {
      test.each([
        ['no token', {}],
        ['a wrong token', { Authorization: `Bearer ${testAdminToken}0` }],
        ['another scheme', { Authorization: `Basic ${testAdminToken}` }],
        ['an empty token', { Authorization: 'Bearer ' }],
      ])('is 401 with %s', async (_, headers) => {
        const before = await exported();
        for (const options of [{ headers }, { method: 'PUT', headers, body: '{"mode":"set","rows":[]}' }]) {
          const response = await send('/admin', options);
          expect(response.status).toBe(401);
          expect(response.headers['www-authenticate']).toBe('Bearer');
        }
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('moves all data of a counter into an empty one', async () => {
        await hit('/a/', { ip: unusedIpAddress() });
        await hit('/b/', { ip: unusedIpAddress() });
        await put({ mode: 'add', id: 'chuyen-1', rows: [{ day: 'carried', path: '/b/', n: 5 }] });
        const emptyFolder = mkdtempSync(join(folder, 'empty-'));
        const empty = await start(emptyFolder);
        try {
          const { at: _, ...before } = await exported();
          const imported = await sendTo(empty, '/admin', {
            method: 'PUT',
            headers: bearer,
            body: JSON.stringify({ mode: 'set', ...before }),
          });
          expect(imported).toMatchObject({ status: 200 });
          expect(json(imported)).toEqual({ applied: true, rows: before.rows.length });
          const { at: __, ...after } = json(await sendTo(empty, '/admin', { headers: bearer }));
          expect(after).toEqual(before);
          const all = async (target: CounterHost) => ({
            ...json(await sendTo(target, '/all', { headers: bearer })),
            at: '',
          });
          expect(JSON.stringify(await all(empty))).toBe(JSON.stringify(await all(host)));
        } finally {
          await empty.stop();
        }
      });

      test('moves a history of more rows than a request may have, in parts that can be repeated', async () => {
        const days = ['2026-01-30', '2026-01-31'];
        const rows = days.flatMap((day) =>
          Array.from({ length: 1250 }, (_, n) => ({ day, path: `/bai-viet/tin-so-${n}-😀/`, n: n + 1 })),
        );
        const tooMany = await put({ mode: 'set', rows });
        expect(tooMany.status).toBe(413);
        for (const from of [0, 1000, 1000, 2000])
          expect((await put({ mode: 'set', rows: rows.slice(from, from + 1000) })).status).toBe(200);
        const { parts, rows: moved } = await exportedInParts();
        expect(parts).toBeGreaterThanOrEqual(3);
        const key = ({ day, path }: { day: string; path: string }) => `${day} ${path}`;
        expect(new Set(moved.map(key)).size).toBe(moved.length);
        const numbers = new Map(moved.map((row) => [key(row), row.n]));
        for (const row of rows) expect(numbers.get(key(row))).toBe(row.n);
        const zeros = rows.map((row) => ({ ...row, n: 0 }));
        for (const from of [0, 1000, 2000])
          expect((await put({ mode: 'set', rows: zeros.slice(from, from + 1000) })).status).toBe(200);
        expect((await exportedInParts()).rows.filter(({ path }) => path.includes('tin-so'))).toEqual([]);
      });

      test('sets the numbers in every shard', async () => {
        await Promise.all(Array.from({ length: 12 }, () => hit('/a/', { ip: unusedIpAddress() })));
        const { rows } = await exported();
        const set = rows.map((row: object) => ({ ...row, n: 7 }));
        expect((await put({ mode: 'set', rows: set })).status).toBe(200);
        expect((await exported()).rows).toEqual(set);
        expect((await put({ mode: 'set', rows })).status).toBe(200);
        expect((await exported()).rows).toEqual(rows);
      });

      test('adds once for each id', async () => {
        const rows = [
          { day: 'carried', path: '', n: 1000 },
          { day: '2026-01-31', path: '/a/', n: 3 },
        ];
        const addition = { mode: 'add', id: 'lan-1', rows };
        const change = await increase('/a/', async () => {
          expect(json(await put(addition))).toEqual({ applied: true, rows: 2 });
          expect(json(await put(addition))).toEqual({ applied: false, rows: 2 });
          const other = await put({ ...addition, rows: [{ day: '2026-01-31', path: '/a/', n: 4 }] });
          expect(other.status).toBe(409);
          expect(json(other).error).toContain('lan-1');
        });
        expect(change).toEqual({ visits: 1000, views: 3 });
      });

      test('imports the old site’s total once, with its date', async () => {
        const carried = { visits: 1234, taken: '2026-10-01' };
        const rows = [{ day: 'carried', path: '', n: 1234 }];
        expect((await put({ mode: 'add', id: 'trang-cu', rows, carried })).status).toBe(200);
        expect((await exported()).carried).toEqual(carried);
        expect(json(await send('/all', { headers: bearer })).carried).toEqual(carried);
        expect((await put({ mode: 'add', id: 'trang-cu-2', rows, carried })).status).toBe(409);
      });

      const valid = { day: '2026-11-01', path: '/a/', n: 1 };
      test.each([
        ['a day that does not exist', { ...valid, day: '2026-02-30' }],
        ['a day in another format', { ...valid, day: '1/11/2026' }],
        ['a negative number', { ...valid, n: -1 }],
        ['a fraction', { ...valid, n: 1.5 }],
        ['a number as text', { ...valid, n: '1' }],
        ['a number that is too large', { ...valid, n: 1e13 }],
        ['a relative path', { ...valid, path: 'a' }],
        ['a path that is not canonical', { ...valid, path: '/a/index.html' }],
        ['null', null],
        ['a duplicate row', valid],
      ])('refuses %s with the row number and imports nothing', async (_, invalid) => {
        const before = await exported();
        for (const mode of [{ mode: 'set' }, { mode: 'add', id: 'xau' }]) {
          const response = await put({ ...mode, rows: [valid, invalid] });
          expect(response.status).toBe(400);
          expect(json(response).error).toContain('row 2');
        }
        expect((await exported()).rows).toEqual(before.rows);
      });

      test.each(['', '{', '[]', '{}', '{"rows":[]}', '{"mode":"add","rows":[]}', '{"mode":"set"}'])(
        'refuses %j',
        async (body) => expect((await put(body)).status).toBe(400),
      );
    });
  });
}
