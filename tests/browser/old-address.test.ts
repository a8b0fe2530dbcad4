import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openServer } from '#server/open-server.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { sharedBrowser } = await openServedSites();

const article = '/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';

/** Serves the built newsroom on a host with files and 404.html but without redirects. */
async function plainHost(): Promise<{ origin: string; folder: string }> {
  const folder = join(temporaryFolder(), 'site');
  cpSync(inject('newsroomDir'), folder, { recursive: true });
  const files = sirv(folder, { dev: true });
  const server = await openServer(
    (request, response) =>
      files(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(join(folder, '404.html')));
      }),
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  return { origin: server.origin, folder };
}

describe.runIf(sharedBrowser)('on a host without redirects', () => {
  test.each([
    '/Default.aspx?id=1234&cat=5',
    '/default.aspx?CAT=5&id=1234&fbclid=x',
    '/?p=118',
    '/Tin-cu/Nuoi-ngao.html',
  ])('%s leads to its article, and going back skips the old address', async (address) => {
    const { origin } = await plainHost();
    const { page, reports } = await openPage(sharedBrowser, `${origin}/lien-he/`);
    await page.goto(`${origin}${address}#noi-dung`);
    await page.waitForURL(`${origin}${article}#noi-dung`);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/lien-he/`);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test.each(['/Default.aspx?id=1', '/khong-co'])('%s gives the usual 404 page', async (address) => {
    const { origin, folder } = await plainHost();
    const { page, reports } = await openPage(sharedBrowser, origin + address);
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(origin + address);
    expect(await page.getByRole('status').count()).toBe(0);
    rmSync(join(folder, 'dia-chi-cu'), { recursive: true });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Không tìm thấy');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript the 404 page is the usual one', async () => {
    const { origin } = await plainHost();
    const { page } = await openPage(sharedBrowser, `${origin}/Default.aspx?id=1234&cat=5`, { javaScript: false });
    expect(await page.getByText('đã chuyển sang').isVisible()).toBe(false);
    expect(await page.getByRole('main').getByRole('link', { name: 'Trang chủ' }).isVisible()).toBe(true);
    await page.context().close();
  });
});
