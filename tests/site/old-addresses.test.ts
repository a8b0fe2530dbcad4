import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { freePort } from '#bench/fixtures/free-port.ts';
import { openServer } from '#server/open-server.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { caddyRedirects } from '#site/redirects/caddy-redirects.ts';
import { nginxRedirects } from '#site/redirects/nginx-redirects.ts';
import { redirectTable } from '#site/redirects/redirect-table.ts';
import type { Redirect } from '#site/redirects/site-redirects.ts';
import { anyOldAddress, possibleLocations, redirectsFor, requestTarget } from '#tests/old-addresses.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** The redirect location of an unmodified request target; undefined if it is no 301. */
function location(port: number, target: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: target, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 301 ? response.headers.location : undefined);
    }).on('error', reject);
  });
}

async function startHost(command: string, args: readonly string[], port: number): Promise<void> {
  const child = spawn(command, args, {
    env: { ...process.env, XDG_CONFIG_HOME: temporaryFolder() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  while (child.exitCode === null) {
    const open = await location(port, '/').then(
      () => true,
      () => false,
    );
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(output);
}

/** Starts a host with these redirects and no files. Returns its port. */
type Host = (redirects: readonly Redirect[]) => Promise<number>;

const nginx: Host = async (redirects) => {
  const [folder, port] = [temporaryFolder(), await freePort()];
  writeFileSync(join(folder, 'redirects'), nginxRedirects(redirects));
  const temporaryPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporaryPaths.join(' ')} include ${folder}/redirects;
server { listen 127.0.0.1:${port}; root ${folder}/none; absolute_redirect off; if ($old_address) { return 301 $old_address; } } }`,
  );
  const args = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  const { status, stderr } = spawnSync('nginx', ['-t', ...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stderr).not.toMatch(/warn/);
  await startHost('nginx', args, port);
  return port;
};

const caddy: Host = async (redirects) => {
  const [folder, port] = [temporaryFolder(), await freePort()];
  writeFileSync(join(folder, 'redirects'), caddyRedirects(redirects));
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{\n  admin off\n  auto_https off\n  storage file_system ${folder}\n}
http://127.0.0.1:${port} {\n  import ${folder}/redirects\n  root * ${folder}/none\n  file_server\n}\n`,
  );
  await startHost('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port);
  return port;
};

/** `npm run serve` on a site with only the redirect table and a 404 page. */
const npmRunServe: Host = async (redirects) => {
  const folder = temporaryFolder();
  for (const { address, bytes } of [...redirectTable(redirects), { address: '/404.html', bytes: 'Không có' }]) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), bytes);
  }
  const server = await openServer(siteRequestListener(folder), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return Number(new URL(server.origin).port);
};

function isInstalled(command: string): boolean {
  const installed = spawnSync(command, [command === 'nginx' ? '-v' : 'version']).status === 0;
  if (!installed) console.error(`There is no ${command} on this machine; its redirects are not tested.`);
  return installed;
}

describe.each([
  ['nginx', nginx, isInstalled('nginx')],
  ['caddy', caddy, isInstalled('caddy')],
  ['npm run serve', npmRunServe, true],
] as const)('%s', (name, host, installed) => {
  test.runIf(installed)('redirects typical addresses of old sites', async () => {
    const all = redirectsFor([
      '/Default.aspx?id=1234&cat=5',
      '/Default.aspx',
      '/index.php/tin-tuc/12-hoi-nghi',
      '/?p=12',
      '/tin/cu.html',
      '/tin bài'.replace(' ', '%20'),
      `/index.php?nv=news&op=${'hoi-nghi-'.repeat(60)}`,
    ]);
    const port = await host(all);
    for (const redirect of all) expect(await location(port, requestTarget(redirect)), redirect.path).toBe(redirect.to);
    expect(await location(port, '/Default.aspx?id=1235&cat=5')).toBe(all[1]?.to);
    for (const other of ['/', '/?p=1', '/?p=123', '/tin', '/khong-co', '/tin/cu.htmlx'])
      expect(await location(port, other), other).toBeUndefined();
  });

  test.runIf(installed)('takes old addresses literally and redirects only to their articles', async () => {
    const [old = [], more = []] = [
      fc.sample(anyOldAddress, { seed: 7, numRuns: 400 }),
      fc.sample(anyOldAddress, { seed: 8, numRuns: 200 }),
    ];
    const all = redirectsFor(old);
    const port = await host(all);
    let redirected = 0;
    for (const request of [...all, ...redirectsFor(more)].map(requestTarget)) {
      const to = await location(port, request);
      expect(possibleLocations(all, request), request).toContain(to);
    }
    for (const redirect of all) if ((await location(port, requestTarget(redirect))) === redirect.to) redirected++;
    expect(redirected / all.length).toBeGreaterThan(name === 'nginx' ? 0.95 : 0.6);
  });

  test.runIf(installed)('supports three thousand redirects', async () => {
    const all = redirectsFor(Array.from({ length: 3_000 }, (_, number) => `/Default.aspx?tabid=${number}`));
    const port = await host(all);
    for (const index of [0, 1_499, 2_999]) {
      const redirect = all[index] ?? expect.fail();
      expect(await location(port, requestTarget(redirect))).toBe(redirect.to);
    }
  });
});

test('the built site redirects old addresses in any spelling and does not serve the redirect files of hosts', async () => {
  const server = await openServer(siteRequestListener(inject('newsroomDir')), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.origin).port);
  const article = '/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';
  for (const target of [
    '/Default.aspx?id=1234&cat=5',
    '/default.aspx?cat=5&id=1234&utm_source=zalo',
    '/?p=118',
    '/tin-cu/nuoi-ngao.html',
  ])
    expect(await location(port, target), target).toBe(article);
  expect(await location(port, '/Default.aspx?id=1234')).toBeUndefined();
  for (const host of ['', '.nginx', '.caddy', '.netlify', '.htaccess'])
    expect((await fetch(`${server.origin}/_redirects${host}`)).status).toBe(404);
});
