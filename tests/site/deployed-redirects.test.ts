import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { canTestWebServer, openWebServer, webServers } from '#tests/web-servers.ts';

const article = '/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';

describe.each(Object.entries(webServers))('%s with its configuration of deploy/', (tool, webServer) => {
  test.skipIf(!canTestWebServer(tool))('redirects old addresses permanently and no other address', async () => {
    const folder = temporaryFolder();
    cpSync(inject('newsroomDir'), join(folder, 'site'), { recursive: true });
    const { port } = await openWebServer(webServer, folder);
    const statusAndLocation = async (address: string) => {
      const origin = `http://127.0.0.1:${port}`;
      const { status, headers } = await fetch(`${origin}${address}`, { redirect: 'manual' });
      // Apache always names its own host.
      return [status, headers.get('location')?.replace(origin, '') ?? null];
    };
    // The first also has a page, for hosts that can only serve files.
    for (const old of ['/tin-cu/nuoi-ngao.html', '/Default.aspx?id=1234&cat=5', '/?p=118'])
      expect(await statusAndLocation(old), old).toEqual([301, article]);
    for (const page of ['/', '/?p=119', '/lien-he/?id=1234&cat=5', article])
      expect(await statusAndLocation(page), page).toEqual([200, null]);
    for (const missing of [
      '/Default.aspx',
      '/Default.aspx?id=1234',
      '/_redirects',
      '/_redirects.nginx',
      '/_redirects.caddy',
    ])
      expect(await statusAndLocation(missing), missing).toEqual([404, null]);
  });
});
