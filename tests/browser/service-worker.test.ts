import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { cachedPaths, type MutableSite, serveMutableSite, waitUntilCached } from './serve-mutable-site.ts';

const { sharedBrowser } = await openServedSites();

const facts = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const first = '/bai-viet/hoi-nghi/';
const contentFiles = { 'articles/hoi-nghi.md': validArticle };

const build = (files: ContentFiles, output: string, url = 'https://example.org') =>
  buildFolder(contentFolder(files), output, { SITE_URL: url });

/** A small site with a service worker, and a page whose browser has cached its first article. */
async function reader(base = ''): Promise<{ site: MutableSite; page: Page }> {
  const built = join(temporaryFolder(), 'site');
  await build(contentFiles, built, `https://example.org${base}`);
  const site = await serveMutableSite(built, base);
  const { page } = await openPage(sharedBrowser, `${site.origin}${base}${first}`, { serviceWorker: true });
  onTestFinished(() => page.context().close());
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller) return;
    await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
  await page.reload();
  await waitUntilCached(page, [`${base}${first}`, `${base}/`, `${base}/trang.js`]);
  return { site, page };
}

/** Runs `action` and waits until a new service worker controls the page. */
async function waitForTakeover(page: Page, action: () => Promise<unknown>): Promise<void> {
  const takeover = page.evaluate(
    () =>
      new Promise<void>((done) =>
        navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true }),
      ),
  );
  await action();
  await takeover;
}

const updateWorker = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });

describe.runIf(sharedBrowser)('the service worker', () => {
  test('caches a new article when it is published: it opens offline without a visit', async () => {
    const { site, page } = await reader();
    await build(
      { ...contentFiles, 'articles/hop-bao.md': validArticle.replace('Hội nghị tổng kết năm', 'Họp báo') },
      site.folder,
    );
    await waitForTakeover(page, () => updateWorker(page));
    await waitUntilCached(page, ['/bai-viet/hop-bao/', '/'], 'Họp báo');
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/bai-viet/hop-bao/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Họp báo');
    await page.goto(`${site.origin}/`);
    await page.getByRole('link', { name: 'Họp báo' }).first().waitFor();
  });

  test('deletes an unpublished article from the cache unless the reader visited it', async () => {
    const { site, page } = await reader();
    const files = { ...contentFiles, 'articles/hop-bao.md': validArticle.replace('Hội nghị tổng kết năm', 'Họp báo') };
    await build(files, site.folder);
    await waitForTakeover(page, () => updateWorker(page));
    await waitUntilCached(page, ['/bai-viet/hop-bao/']);
    await build(contentFiles, site.folder);
    await waitForTakeover(page, () => updateWorker(page));
    await expect.poll(() => cachedPaths(page)).not.toContain('/bai-viet/hop-bao/');
    expect(await cachedPaths(page)).toContain(first);
  });

  test('stays active when its update is invalid JavaScript', async () => {
    const { site, page } = await reader();
    site.replaceInFile('sw.js', /^/, '}');
    const isRefused = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return registration.update().then(
        () => false,
        () => true,
      );
    });
    expect(isRefused).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.getByRole('note').count()).toBe(1);
    await page.goto(`${site.origin}/thong-ke/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Không có mạng');
  });

  test('unregisters and deletes its caches when site.yaml has “offline: false”', async () => {
    const { site, page } = await reader();
    await build({ ...contentFiles, 'site.yaml': `${facts}offline: false\n` }, site.folder);
    await page.reload();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    site.replaceInFile('bai-viet/hoi-nghi/index.html', /<h1>.*?<\/h1>/s, '<h1>Từ mạng</h1>');
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Từ mạng');
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });

  test('of a site below a path caches only that site and keeps the caches of other sites on the host', async () => {
    const { site, page } = await reader('/hoi');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${site.origin}/hoi/`);
    for (const path of await cachedPaths(page)) expect(path).toMatch(/^\/hoi\//);
    await page.evaluate(async () => (await caches.open('ngoai-mang / 1 visited')).put('/khac/', new Response('khác')));
    site.replaceInFile('sw.js', /$/, '\n// another');
    await waitForTakeover(page, () => updateWorker(page));
    expect(await page.evaluate(() => caches.has('ngoai-mang / 1 visited'))).toBe(true);
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/hoi/thong-ke/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Không có mạng');
    await page.locator('[data-kept] a', { hasText: 'Hội nghị tổng kết năm' }).click();
    expect(await page.getByRole('note').count()).toBe(1);
    expect(page.url()).toBe(`${site.origin}/hoi${first}`);
  });

  test('deletes the caches of older versions', async () => {
    const { site, page } = await reader();
    await page.evaluate(() => caches.open('ngoai-mang / 0 visited'));
    site.replaceInFile('sw.js', /$/, '\n// another');
    await waitForTakeover(page, () => updateWorker(page));
    await expect.poll(() => page.evaluate(() => caches.has('ngoai-mang / 0 visited'))).toBe(false);
    expect(await cachedPaths(page)).toContain(first);
  });
});
