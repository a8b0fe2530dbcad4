import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { headers as siteHeaders } from '#site/headers.ts';
import { root } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { browser } from './counter-host.ts';
import { nodeHost } from './node-host.ts';

const deploy = (file: string) => readFileSync(join(root, 'deploy', file), 'utf8');
// Only Linux gives a test more than one loopback address.
const installed = (tool: string) => process.platform === 'linux' && !spawnSync(tool, ['-v']).error;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((resolve) =>
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false)),
    );
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The web server ended with ${child.exitCode}.`);
}

interface Proxy {
  /** What is put in place of what in the file in deploy/. */
  readonly replaced: (folder: string, port: number, counter: number) => readonly (readonly [string, string])[];
  readonly file: string;
  readonly start: (folder: string, configuration: string) => ChildProcess;
}

const replacedIn = (text: string, pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((before, [what, by]) => {
    if (!before.includes(what)) throw new Error(`There is no ${what}.`);
    return before.replaceAll(what, by);
  }, text);

const proxies: Readonly<Record<'nginx' | 'caddy', Proxy>> = {
  nginx: {
    file: 'nginx.conf',
    replaced: (folder, port, counter) => [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['127.0.0.1:8787', `127.0.0.1:${counter}`],
      ['/srv/site/_site', join(folder, 'site')],
      ['/var/log/nginx', join(folder, 'logs')],
    ],
    start(folder, configuration) {
      mkdirSync(join(folder, 'temporary'));
      const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      writeFileSync(
        join(folder, 'nginx.conf'),
        `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/logs/main.log crit;
        ${process.getuid?.() === 0 ? 'user root;' : ''}
        events {}
        http {
          ${kinds.map((kind) => `${kind}_temp_path ${folder}/temporary/${kind};`).join('\n')}
          types { text/html html; text/css css; }
          ${configuration}
        }`,
      );
      return spawn('nginx', ['-p', folder, '-e', join(folder, 'logs/main.log'), '-c', join(folder, 'nginx.conf')], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  },
  caddy: {
    file: 'Caddyfile',
    replaced: (folder, port, counter) => [
      ['\tlog {\n', '\tadmin off\n\tlog {\n'],
      ['\nexample.org {', `\nhttp://127.0.0.1:${port} {`],
      ['127.0.0.1:8787', `127.0.0.1:${counter}`],
      ['/srv/site/_site', join(folder, 'site')],
    ],
    start(folder, configuration) {
      writeFileSync(join(folder, 'Caddyfile'), configuration);
      return spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  },
};

const others = siteHeaders([], false).map(({ path, headers }) => ({
  path,
  headers: headers.filter(([name]) => name !== 'Content-Security-Policy'),
}));

describe.each(Object.entries(proxies))('behind %s, as deploy/ says', (tool, { file, replaced, start }) => {
  // Said in the name, so that a run without the server does not look like a full one.
  const there = installed(tool);
  if (!there)
    console.warn(`SKIPPED: ${tool} is not on this machine (or it is no Linux), so deploy/${file} is not tried.`);

  test.skipIf(!there)(
    'the site is served, readers are told apart by their own address, and nothing is logged',
    async () => {
      const folder = temporaryFolder();
      const site = join(folder, 'site');
      for (const each of ['site/hinh-anh', 'site/chu', 'logs']) mkdirSync(join(folder, each), { recursive: true });
      writeFileSync(join(site, 'index.html'), '<title>Trang</title>');
      writeFileSync(join(site, '404.html'), '<title>Không có</title>');
      writeFileSync(join(site, '_headers'), '/*\n');
      for (const place of ['hinh-anh/a.css', 'chu/a.css']) writeFileSync(join(site, place), 'a{}');
      writeFileSync(join(site, 'hinh-anh/a.css.gz'), gzipSync('a{}'));

      const counter = await nodeHost(folder);
      const port = await freePort();
      const child = start(folder, replacedIn(deploy(file), replaced(folder, port, counter.port)));
      const ended = once(child, 'exit');
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk) => {
          said += chunk;
        });
      onTestFinished(async () => {
        child.kill('SIGKILL');
        await counter.stop().catch(() => {});
      });
      await listening(port, child);

      const get = (path: string, { from = '127.0.0.1', body = '', headers = {} } = {}) =>
        new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
          request(
            {
              host: '127.0.0.1',
              port,
              path,
              localAddress: from,
              agent: false,
              method: body ? 'POST' : 'GET',
              headers: { 'User-Agent': browser(976), 'Sec-Fetch-Site': 'same-origin', ...headers },
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
      for (const { path, headers } of others) {
        const found = await get(path === '/*' ? '/' : path.replace('*', 'a.css'));
        expect(found.status).toBe(200);
        for (const [name, value] of headers) expect([name, found.headers[name.toLowerCase()]]).toEqual([name, value]);
        expect(found.headers['content-security-policy']).toBe("frame-ancestors 'none'");
      }
      expect(home.headers['cache-control']).toBeUndefined();
      expect(await get('/khong-co/')).toMatchObject({ status: 404, text: '<title>Không có</title>' });
      expect((await get('/_headers')).status).toBe(404);
      const packed = await get('/hinh-anh/a.css', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(packed.headers['content-encoding']).toBe('gzip');

      // A counter that is down makes the proxy complain, and that must not name the reader either.
      await counter.stop();
      expect((await get('/api/count/v1/?p=/a/', { from: '127.0.0.63' })).status).toBe(502);
      child.kill('SIGTERM');
      await ended;
      const logs = readdirSync(join(folder, 'logs')).map((log) => readFileSync(join(folder, 'logs', log), 'utf8'));
      for (const needle of ['127.0.0.6', '198.51.100', 'Chrome/976'])
        expect([...logs, said, ...counter.warned].join('\n')).not.toContain(needle);
      if (tool === 'nginx') expect(logs.join('')).toContain('"GET / HTTP/1.1" 200');
      else expect(said).toContain('connection refused');
    },
  );
});
