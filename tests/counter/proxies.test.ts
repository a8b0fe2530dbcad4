import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { responseHeaders as siteHeaders } from '#site/assets/headers.ts';
import { apacheRedirects } from '#site/redirects/apache-redirects.ts';
import { caddyRedirects } from '#site/redirects/caddy-redirects.ts';
import { nginxRedirects } from '#site/redirects/nginx-redirects.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { canTestWebServer, openWebServer, webServers } from '#tests/web-servers.ts';
import { browserUserAgent } from './counter-host.ts';
import { nodeHost } from './node-host.ts';

// The proxies send a Content-Security-Policy of their own.
const expectedHeaders = siteHeaders([], { noindex: false }).map(({ path, headers }) => ({
  path,
  headers: headers.filter(([name]) => name !== 'Content-Security-Policy'),
}));

const moved = [{ path: '/cu.html', query: '', to: '/bai-viet/a/', key: '/cu.html' }];

describe.each(Object.entries(webServers))('behind %s with the configuration in deploy/', (tool, webServer) => {
  test.skipIf(!canTestWebServer(tool))(
    'the site is served, readers are distinguished by their own IP address, and no reader is logged',
    async () => {
      const folder = temporaryFolder();
      const site = join(folder, 'site');
      for (const name of ['hinh-anh', 'chu', 'tim-kiem/muc-luc', 'gioi-thieu', 'a/a/a'])
        mkdirSync(join(site, name), { recursive: true });
      for (const page of ['index.html', 'gioi-thieu/index.html'])
        writeFileSync(join(site, page), '<title>Trang</title>');
      writeFileSync(join(site, '404.html'), '<title>Không có</title>');
      writeFileSync(join(site, '_headers'), '/*\n');
      writeFileSync(join(site, '_redirects.nginx'), nginxRedirects(moved));
      writeFileSync(join(site, '_redirects.caddy'), caddyRedirects(moved));
      writeFileSync(join(site, '_redirects.htaccess'), apacheRedirects(moved, ''));
      const otherFiles = ['llms.txt', 'a.csv', 'a.ics', 'site.webmanifest', 'sitemap.xml'];
      const feeds = ['', 'a/', 'a/a/', 'a/a/a/'].flatMap((list) =>
        ['feed.xml', 'atom.xml', 'feed.json'].map((file) => list + file),
      );
      for (const file of [
        ...feeds,
        'hinh-anh/a.css',
        'chu/a.css',
        'tim-kiem/muc-luc/nam-a.css',
        'sw.js',
        ...otherFiles,
      ])
        writeFileSync(join(site, file), 'a{}');
      writeFileSync(join(site, 'hinh-anh/a.css.gz'), gzipSync('a{}'));

      const counter = await nodeHost(folder);
      onTestFinished(() => counter.stop().catch(() => {}));
      const { port, consoleOutput, stop } = await openWebServer(webServer, folder, counter.port);

      const get = (path: string, { from = '127.0.0.1', body = '', headers = {}, socketPath = '' } = {}) =>
        new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
          request(
            {
              ...(socketPath ? { socketPath } : { host: '127.0.0.1', port, localAddress: from }),
              path,
              agent: false,
              method: body ? 'POST' : 'GET',
              headers: { 'User-Agent': browserUserAgent(976), 'Sec-Fetch-Site': 'same-origin', ...headers },
            },
            (response) => {
              let text = '';
              response.on('data', (chunk) => {
                text += chunk;
              });
              response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
            },
          )
            .on('error', reject)
            .end(body);
        });
      const counted = async (from: string, claimed: string) => {
        const { status, text } = await get('/api/count/v1/hit', {
          from,
          body: '/a/',
          headers: {
            'X-Real-IP': claimed,
            'X-Forwarded-For': claimed,
            Forwarded: `for=${claimed}`,
            Origin: `http://127.0.0.1:${port}`,
          },
        });
        expect(status).toBe(200);
        return JSON.parse(text).counted;
      };

      expect(await counted('127.0.0.61', '198.51.100.1')).toBe(true);
      expect(await counted('127.0.0.61', '198.51.100.2')).toBe(false);
      expect(await counted('127.0.0.62', '198.51.100.1')).toBe(true);
      const figures = await get('/api/count/v1/?p=/a/');
      expect(JSON.parse(figures.text)).toEqual({ total: 2, today: 2, pages: { '/a/': 2 } });
      expect(figures.headers['x-content-type-options']).toBe('nosniff');
      expect((await get('/api/count/v1')).status).toBe(200);

      const home = await get('/');
      expect(home).toMatchObject({ status: 200, text: '<title>Trang</title>' });
      for (const { path, headers } of expectedHeaders) {
        const response = await get(path === '/*' ? '/' : path.replace('*', 'a.css').replace(/:\w+/g, 'a'));
        expect(response.status).toBe(200);
        for (const [name, value] of headers)
          expect([name, response.headers[name.toLowerCase()]]).toEqual([name, value]);
        expect(response.headers['content-security-policy']).toBe("frame-ancestors 'none'");
      }
      expect(home.headers['cache-control']).toBeUndefined();
      expect((await get('/?q=tim-kin')).status).toBe(200);
      expect(await get('/khong-co/')).toMatchObject({ status: 404, text: '<title>Không có</title>' });
      expect((await get('/_headers')).status).toBe(404);
      // It may be published in a moment.
      const missing = await get('/hinh-anh/khong-co.jpg');
      expect([missing.status, missing.headers['cache-control']]).toEqual([404, undefined]);
      // A page that is not found or has moved is a page of the site, too.
      const protecting = expectedHeaders.find(({ path }) => path === '/*')?.headers ?? [];
      for (const [path, status] of [
        ['/khong-co/', 404],
        ['/hinh-anh/khong-co.jpg', 404],
        ['/cu.html', 301],
        ['/gioi-thieu', tool === 'caddy' ? 308 : 301],
      ] as const) {
        const { status: received, headers } = await get(path);
        expect(received, path).toBe(status);
        for (const [name, value] of protecting)
          expect([path, name, headers[name.toLowerCase()]]).toEqual([path, name, value]);
      }
      const types = await Promise.all(otherFiles.map(async (file) => (await get(`/${file}`)).headers));
      expect(types.map((headers) => headers['content-type'])).toEqual([
        'text/plain; charset=utf-8',
        'text/csv; charset=utf-8',
        'text/calendar; charset=utf-8',
        'application/manifest+json',
        'application/xml; charset=utf-8',
      ]);
      expect(types.map((headers) => headers['x-content-type-options'])).toEqual(otherFiles.map(() => 'nosniff'));
      if (tool === 'nginx') {
        const plain = await get('/a/?b=c', {
          socketPath: join(folder, 'port-80.socket'),
          headers: { Host: 'example.org' },
        });
        expect([plain.status, plain.headers.location]).toEqual([301, 'https://example.org/a/?b=c']);
        // Only TLS may promise TLS.
        expect(plain.headers['strict-transport-security']).toBeUndefined();
      }
      const compressed = await get('/hinh-anh/a.css', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(compressed.headers['content-encoding']).toBe('gzip');

      // When the counter is down, the error log of the proxy must not identify the reader either.
      await counter.stop();
      const down = await get('/api/count/v1/?p=/a/', { from: '127.0.0.63' });
      expect([down.status, down.headers['x-content-type-options']]).toEqual([
        tool === 'apache2' ? 503 : 502,
        'nosniff',
      ]);
      expect(down.headers['cache-control'] ?? 'no-store').toBe('no-store');
      await stop();
      const logs = (tool === 'caddy' ? [] : readdirSync(join(folder, 'logs'))).map((log) =>
        readFileSync(join(folder, 'logs', log), 'utf8'),
      );
      for (const needle of ['127.0.0.6', '198.51.100', 'Chrome/976', 'tim-kin'])
        expect([...logs, consoleOutput(), ...counter.warned].join('\n')).not.toContain(needle);
      if (tool !== 'caddy') expect(logs.join('')).toMatch(/"GET \/(index\.html)? HTTP\/1\.1" 200/);
      else expect(consoleOutput()).toContain('connection refused');
    },
  );
});
