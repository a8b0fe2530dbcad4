import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { isInstalled, openWebServer, webServers } from '#tests/web-servers.ts';

const article = '/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';

describe.each(Object.entries(webServers))('%s, as deploy/ says, over the built site', (tool, webServer) => {
  test.skipIf(!isInstalled(tool))('sends an old address on for ever, and nobody else', async () => {
    const folder = temporaryFolder();
    cpSync(inject('newsroomDir'), join(folder, 'site'), { recursive: true });
    const { port } = await openWebServer(webServer, folder);
    const answer = async (address: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual' });
      return [response.status, response.headers.get('location')];
    };
    // The first has a page too, for hosts that know files alone.
    for (const old of ['/tin-cu/nuoi-ngao.html', '/Default.aspx?id=1234&cat=5', '/?p=118'])
      expect(await answer(old), old).toEqual([301, article]);
    for (const page of ['/', '/?p=119', '/lien-he/?id=1234&cat=5', article])
      expect(await answer(page), page).toEqual([200, null]);
    for (const none of [
      '/Default.aspx',
      '/Default.aspx?id=1234',
      '/_redirects',
      '/_redirects.nginx',
      '/_redirects.caddy',
    ])
      expect(await answer(none), none).toEqual([404, null]);
  });
});
