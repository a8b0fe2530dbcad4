import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Answered,
  type Asked,
  adminToken,
  ask as askHost,
  browser,
  type CounterHost,
  freshAddress,
  type Hit,
  hit as hitHost,
  siteUrl,
} from './counter-host.ts';

const bearer = { Authorization: `Bearer ${adminToken}` };

/** What the specification's routes and its paragraph on abuse say over HTTP; every host is held to all of it. */
export function contract(name: string, start: (folder: string) => Promise<CounterHost>): void {
  describe(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'counter-test-'));
    let host: CounterHost;
    const answers: Answered[] = [];

    beforeAll(async () => {
      host = await start(folder);
    });
    afterAll(async () => {
      await host?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    afterEach(() => {
      for (const { headers } of answers.splice(0)) {
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
        expect(headers['cache-control']).toMatch(/^(no-store|public, max-age=10)$/);
        expect(Object.keys(headers).filter((each) => /^(access-control-.*|set-cookie)$/.test(each))).toEqual([]);
      }
    });

    const ask = async (path: string, asked?: Asked) => {
      const answered = await askHost(host, path, asked);
      answers.push(answered);
      return answered;
    };
    const hit = async (path: string, given?: Hit) => {
      const answered = await hitHost(host, path, given);
      answers.push(answered);
      return answered;
    };
    const json = ({ text }: Answered) => JSON.parse(text);
    const numbers = async (path: string) => {
      const { total, today, pages } = json(await ask(`/?p=${encodeURIComponent(path)}`));
      return { total, today, views: pages[path] ?? 0 };
    };
    /** What a piece of work added to the numbers of a page. */
    const added = async (path: string, work: () => Promise<unknown>) => {
      const before = await numbers(path);
      await work();
      const after = await numbers(path);
      return { visits: after.total - before.total, views: after.views - before.views };
    };
    const exported = async () => json(await ask('/admin', { headers: bearer }));
    const put = (value: unknown) =>
      ask('/admin', {
        method: 'PUT',
        headers: bearer,
        body: typeof value === 'string' ? value : JSON.stringify(value),
      });

    describe('a hit', () => {
      test('counts a visit and a view, and answers with the numbers', async () => {
        const address = freshAddress();
        const before = await numbers('/a/');
        const answered = await hit('/a/', { address });
        expect(answered.status).toBe(200);
        expect(answered.headers['content-type']).toBe('application/json; charset=utf-8');
        expect(json(answered)).toEqual({
          total: before.total + 1,
          today: before.today + 1,
          path: '/a/',
          views: before.views + 1,
          counted: true,
        });
        expect(await numbers('/a/')).toEqual({
          total: before.total + 1,
          today: before.today + 1,
          views: before.views + 1,
        });
      });

      test('is not counted again', async () => {
        const address = freshAddress();
        await hit('/a/', { address });
        const change = await added('/a/', async () => {
          const answered = await hit('/a/', { address });
          expect(answered.status).toBe(200);
          expect(json(answered).counted).toBe(false);
        });
        expect(change).toEqual({ visits: 0, views: 0 });
      });

      test('on another page is a view and no visit', async () => {
        const address = freshAddress();
        await hit('/a/', { address });
        const change = await added('/b/', async () => expect(json(await hit('/b/', { address })).counted).toBe(true));
        expect(change).toEqual({ visits: 0, views: 1 });
      });

      test('of another browser in the same network is another visit', async () => {
        const address = freshAddress();
        await hit('/a/', { address });
        const change = await added('/a/', () => hit('/a/', { address, userAgent: browser(139) }));
        expect(change).toEqual({ visits: 1, views: 1 });
      });

      test('of a program, or of nobody, is shown the numbers and writes nothing', async () => {
        await hit('/a/', { address: freshAddress() });
        const before = await exported();
        for (const userAgent of [
          'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
          'curl/8.5.0',
          '',
        ]) {
          const answered = await hit('/a/', { address: freshAddress(), userAgent });
          expect(answered.status).toBe(200);
          expect(json(answered)).toEqual({
            total: expect.any(Number),
            today: expect.any(Number),
            path: '/a/',
            views: expect.any(Number),
            counted: false,
          });
          expect(json(answered).views).toBeGreaterThan(0);
        }
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('without an address is not counted', async () => {
        for (const address of ['unknown', '1.2.3.4, 5.6.7.8', '999.1.1.1'])
          expect(json(await hit('/a/', { address })).counted).toBe(false);
      });

      test.each([
        ['?q=1', '/a/?q=1'],
        ['a fragment', '/a/#muc'],
        ['index.html', '/a/index.html'],
        ['percent-encoding', '/%61/'],
      ])('says the page with %s', async (_, text) => {
        const change = await added('/a/', async () =>
          expect(json(await hit(text, { address: freshAddress() })).path).toBe('/a/'),
        );
        expect(change).toEqual({ visits: 1, views: 1 });
      });

      test('says a Vietnamese page in any form', async () => {
        const path = '/tin-tức/một&hai/';
        const change = await added(path, async () => {
          for (const text of [path, path.normalize('NFD'), encodeURI(path)])
            expect(json(await hit(text, { address: freshAddress() })).path).toBe(path);
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
      ])('on %j, which is no page, is 404 and no row', async (text) => {
        const before = await exported();
        const answered = await hit(text, { address: freshAddress() });
        expect(answered.status).toBe(404);
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('on 300 random paths leaves no row', async () => {
        const before = await exported();
        for (let each = 0; each < 300; each += 20) {
          const random = Array.from({ length: 20 }, () => `/${Math.random().toString(36).slice(2)}/`);
          const all = await Promise.all(random.map((path) => hit(path, { address: freshAddress() })));
          expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
        }
        expect((await exported()).rows).toEqual(before.rows);
      });
    });

    describe('the cap', () => {
      /** Sends so many hits of as many browsers; how many were counted. */
      const counted = async (hits: number, address: (index: number) => string) => {
        const all = await Promise.all(
          Array.from({ length: hits }, (_, index) =>
            hit('/', { address: address(index), userAgent: browser(1000 + index) }),
          ),
        );
        expect(all.every(({ status }) => status === 200)).toBe(true);
        return all.filter((each) => json(each).counted).length;
      };

      test('is 120 views for one IPv4 address, mapped into IPv6 or not', async () => {
        const address = freshAddress();
        const change = await added('/', async () =>
          expect(await counted(130, (index) => (index % 2 ? address : `::ffff:${address}`))).toBe(120),
        );
        expect(change).toEqual({ visits: 120, views: 120 });
        expect(json(await hit('/', { address: freshAddress() })).counted).toBe(true);
      });

      test('is 120 views for one IPv6 /64', async () => {
        expect(await counted(130, (index) => `2001:db8:0:7:${index.toString(16)}::1`)).toBe(120);
        expect(json(await hit('/', { address: '2001:db8:0:8::1' })).counted).toBe(true);
      });

      test('two addresses of one /64 are one visitor', async () => {
        await hit('/a/', { address: '2001:db8:0:9::1' });
        expect(json(await hit('/a/', { address: '2001:0DB8:0:9:ffff::2' })).counted).toBe(false);
      });
    });

    describe('the origin', () => {
      const own = () => `http://127.0.0.1:${host.port}`;
      const status = async (headers: Readonly<Record<string, string>>) =>
        (await hit('/a/', { address: freshAddress(), headers })).status;

      test.each([
        ['a foreign Origin', { Origin: 'https://evil.example' }],
        ['a foreign Origin that says same-origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }],
        ['an Origin with the right name and another port', { Origin: 'http://127.0.0.1:1' }],
        ['an Origin that ends like it', { Origin: `${siteUrl}.evil.example` }],
        ['cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
        ['same-site', { 'Sec-Fetch-Site': 'same-site' }],
        ['none', { 'Sec-Fetch-Site': 'none' }],
        ['the site’s Origin, cross-site', { Origin: siteUrl, 'Sec-Fetch-Site': 'cross-site' }],
        ['nothing', {}],
        ['a null Origin alone', { Origin: 'null' }],
        ['no address at all as Origin', { Origin: 'a/' }],
      ])('%s is 403', async (_, headers) => {
        const change = await added('/a/', async () => expect(await status(headers)).toBe(403));
        expect(change).toEqual({ visits: 0, views: 0 });
      });

      test('passes when it is the site’s, the Host’s, or not said by a page of the same origin', async () => {
        expect(await status({ Origin: siteUrl })).toBe(200);
        expect(await status({ Origin: own() })).toBe(200);
        expect(await status({ Origin: own(), 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
        expect(await status({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
        expect(await status({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
      });
    });

    describe('the figures', () => {
      test('give the pages asked for, with an ETag', async () => {
        await hit('/a/', { address: freshAddress() });
        for (const path of ['/?p=/a/&p=/b/&p=/khong-co/&p=/%2e%2e/', '?p=/a/&p=/b/&p=%2Fb%2F%3Fx']) {
          const answered = await ask(path);
          expect(answered.status).toBe(200);
          expect(answered.headers['cache-control']).toBe('public, max-age=10');
          expect(json(answered)).toEqual({
            total: expect.any(Number),
            today: expect.any(Number),
            pages: { '/a/': expect.any(Number), '/b/': expect.any(Number) },
          });
        }
        expect(json(await ask('/')).pages).toEqual({});
        expect(json(await ask(`/?p=${encodeURIComponent('/tin-tức/một&hai/')}`)).pages).toHaveProperty([
          '/tin-tức/một&hai/',
        ]);
      });

      test('are answered 304 when they are known', async () => {
        const { headers } = await ask('/?p=/a/');
        const tag = String(headers['etag']);
        expect(tag).toMatch(/^"[\w-]+"$/);
        for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
          const again = await ask('/?p=/a/', { headers: { 'If-None-Match': known } });
          expect(again).toMatchObject({ status: 304, text: '' });
          expect(again.headers).toMatchObject({ etag: tag, 'cache-control': 'public, max-age=10' });
        }
        expect((await ask('/?p=/a/', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
        await hit('/a/', { address: freshAddress() });
        expect((await ask('/?p=/a/', { headers: { 'If-None-Match': tag } })).status).toBe(200);
      });

      test('have a head', async () => {
        const whole = await ask('/?p=/a/');
        const head = await ask('/?p=/a/', { method: 'HEAD' });
        expect(head).toMatchObject({ status: 200, text: '' });
        expect(head.headers['etag']).toBe(whole.headers['etag']);
        expect((await ask('/all', { method: 'HEAD' })).text).toBe('');
      });

      test('are of at most 50 pages at once', async () => {
        const pages = (count: number) => `/?${Array.from({ length: count }, () => 'p=/a/').join('&')}`;
        expect((await ask(pages(50))).status).toBe(200);
        expect((await ask(pages(51))).status).toBe(400);
      });

      test('of everything are by page, day, month and of late', async () => {
        await hit('/a/', { address: freshAddress() });
        const answered = await ask('/all');
        expect(answered.status).toBe(200);
        const all = json(answered);
        expect(Object.keys(all)).toEqual(['v', 'at', 'total', 'today', 'pages', 'days', 'months', 'recent']);
        expect(all).toMatchObject({ v: 1, total: all.today, pages: all.recent });
        expect(new Date(all.at).toISOString()).toBe(all.at);
        expect(Object.entries(all.days)).toEqual([[expect.stringMatching(/^\d{4}-\d\d-\d\d$/), all.total]]);
        expect(Object.entries(all.months)).toEqual([[Object.keys(all.days)[0]?.slice(0, 7), all.total]]);
        expect(all.pages['/a/']).toBe((await numbers('/a/')).views);
      });

      test('of health say that all is well', async () => {
        const answered = await ask('/health');
        expect(answered.status).toBe(200);
        expect(json(answered)).toEqual({ ok: true, dirty: 0, lastCommitMs: expect.any(Number) });
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

      test.each(Object.entries(routes))('“%s” says 405 with Allow to any other method', async (path, allowed) => {
        for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
          const { status, headers } = await ask(path, { method, headers: { Origin: 'https://evil.example' } });
          if (allowed.includes(method)) expect(status).not.toBe(405);
          else {
            expect(status).toBe(405);
            expect(headers['allow']).toBe(allowed.join(', '));
          }
        }
      });

      test('what is no route is 404', async () => {
        for (const path of ['/hit/', '/khong-co', '/all/x', '//']) expect((await ask(path)).status).toBe(404);
      });

      const long = `/${'a'.repeat(512)}`;
      const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' };

      test('a hit of 512 bytes is read', async () => {
        const asked = { method: 'POST', headers: sameOrigin, body: long.slice(0, 512) };
        expect((await ask('/hit', asked)).status).toBe(404);
        expect((await ask('/hit', { ...asked, chunked: true })).status).toBe(404);
      });

      test('a longer one is 413, whether it says its length or not', async () => {
        const asked = { method: 'POST', headers: sameOrigin, body: long };
        expect((await ask('/hit', asked)).status).toBe(413);
        expect((await ask('/hit', { ...asked, chunked: true })).status).toBe(413);
      });
    });

    describe('the admin', () => {
      test.each([
        ['no token', {}],
        ['a wrong one', { Authorization: `Bearer ${adminToken}0` }],
        ['another scheme', { Authorization: `Basic ${adminToken}` }],
        ['an empty one', { Authorization: 'Bearer ' }],
      ])('is 401 with %s', async (_, headers) => {
        const before = await exported();
        for (const asked of [{ headers }, { method: 'PUT', headers, body: '{"mode":"set","rows":[]}' }]) {
          const answered = await ask('/admin', asked);
          expect(answered.status).toBe(401);
          expect(answered.headers['www-authenticate']).toBe('Bearer');
        }
        expect((await exported()).rows).toEqual(before.rows);
      });

      test('moves a counter into an empty one, whole', async () => {
        await hit('/a/', { address: freshAddress() });
        await hit('/b/', { address: freshAddress() });
        await put({ mode: 'add', id: 'chuyen-1', rows: [{ day: 'carried', path: '/b/', n: 5 }] });
        const other = mkdtempSync(join(folder, 'empty-'));
        const empty = await start(other);
        try {
          const { at: _, ...before } = await exported();
          const taken = await askHost(empty, '/admin', {
            method: 'PUT',
            headers: bearer,
            body: JSON.stringify({ mode: 'set', ...before }),
          });
          expect(taken).toMatchObject({ status: 200 });
          expect(json(taken)).toEqual({ applied: true, rows: before.rows.length });
          const { at: __, ...after } = json(await askHost(empty, '/admin', { headers: bearer }));
          expect(after).toEqual(before);
          const all = async (of: CounterHost) => ({ ...json(await askHost(of, '/all')), at: '' });
          expect(JSON.stringify(await all(empty))).toBe(JSON.stringify(await all(host)));
        } finally {
          await empty.stop();
        }
      });

      test('sets what every visitor’s shard holds', async () => {
        await Promise.all(Array.from({ length: 12 }, () => hit('/a/', { address: freshAddress() })));
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
        const change = await added('/a/', async () => {
          expect(json(await put(addition))).toEqual({ applied: true, rows: 2 });
          expect(json(await put(addition))).toEqual({ applied: false, rows: 2 });
          const other = await put({ ...addition, rows: [{ day: '2026-01-31', path: '/a/', n: 4 }] });
          expect(other.status).toBe(409);
          expect(json(other).error).toContain('lan-1');
        });
        expect(change).toEqual({ visits: 1000, views: 3 });
      });

      test('carries the old site’s total over once, with its date', async () => {
        const carried = { visits: 1234, taken: '2026-10-01' };
        const rows = [{ day: 'carried', path: '', n: 1234 }];
        expect((await put({ mode: 'add', id: 'trang-cu', rows, carried })).status).toBe(200);
        expect((await exported()).carried).toEqual(carried);
        expect(json(await ask('/all')).carried).toEqual(carried);
        expect((await put({ mode: 'add', id: 'trang-cu-2', rows, carried })).status).toBe(409);
      });

      const good = { day: '2026-11-01', path: '/a/', n: 1 };
      test.each([
        ['a day that does not exist', { ...good, day: '2026-02-30' }],
        ['a day in other writing', { ...good, day: '1/11/2026' }],
        ['a negative number', { ...good, n: -1 }],
        ['half a number', { ...good, n: 1.5 }],
        ['a number as text', { ...good, n: '1' }],
        ['a number too great', { ...good, n: 1e13 }],
        ['a path that is none', { ...good, path: 'a' }],
        ['a path in another form', { ...good, path: '/a/index.html' }],
        ['no row', null],
        ['the same place twice', good],
      ])('refuses %s by its row, and takes nothing in', async (_, bad) => {
        const before = await exported();
        for (const how of [{ mode: 'set' }, { mode: 'add', id: 'xau' }]) {
          const answered = await put({ ...how, rows: [good, bad] });
          expect(answered.status).toBe(400);
          expect(json(answered).error).toContain('row 2');
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
