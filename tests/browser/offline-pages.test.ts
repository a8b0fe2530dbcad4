import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage, type PageOptions } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { cachedPaths, type MutableSite, serveMutableSite, waitUntilCached } from './serve-mutable-site.ts';

const { sharedBrowser } = await openServedSites();

const fileOf = (address: string) => `${address.slice(1)}index.html`;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const notice = (page: Page) => page.getByRole('note');
const offlineHeading = 'Không có mạng';

/** The newsroom, and a page, opened for the second time, whose browser has its service worker and the latest pages. */
async function reader(options: PageOptions = {}): Promise<{ site: MutableSite; page: Page; latest: string[] }> {
  const site = await serveMutableSite(inject('newsroomDir'));
  const { page } = await openPage(sharedBrowser, site.origin + pageKinds.article, { ...options, serviceWorker: true });
  onTestFinished(() => page.context().close());
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  const worker = await page.evaluate(async () => (await fetch('/sw.js')).text());
  const latest = worker.match(/\/bai-viet\/[\w-]+\//g) ?? [];
  await waitUntilCached(page, ['/', ...latest, pageKinds.article]);
  return { site, page, latest };
}

describe.runIf(sharedBrowser)('offline', () => {
  test('a visited page opens, even the first one, with the time it was cached', async () => {
    const { page } = await reader();
    expect(await notice(page).count()).toBe(0);
    const words = await page.getByRole('main').innerText();
    await page.context().setOffline(true);
    await page.reload();
    const noticeText = await notice(page).innerText();
    expect(noticeText).toMatch(
      /bản lưu trên máy này lúc \d\d:\d\d, (Thứ \S+|Chủ Nhật), \d\d\/\d\d\/\d{4}, vì chưa kết nối/,
    );
    expect((await page.getByRole('main').innerText()).replace(noticeText, '').trim()).toContain(
      words.slice(-400).trim(),
    );
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('the home page and the latest ten articles open without a visit', async () => {
    const { page, latest } = await reader();
    expect(latest).toHaveLength(10);
    await page.context().setOffline(true);
    for (const address of ['/', ...latest]) {
      await page.goto(new URL(address, page.url()).href);
      expect(await heading(page).innerText(), address).not.toBe(offlineHeading);
      expect(await notice(page).count(), address).toBe(1);
    }
  });

  test('the scripts of a visited page run', async () => {
    const { page } = await reader();
    await page.reload();
    await waitUntilCached(page, ['/trang.js']);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'In bài' }).waitFor();
  });

  test('any other page is replaced by one with the cached pages, newest first, and a retry button', async () => {
    const { page, latest } = await reader();
    await page.goto(new URL(pageKinds.event, page.url()).href);
    await waitUntilCached(page, [pageKinds.event]);
    await page.context().setOffline(true);
    await page.goto(new URL(pageKinds.statistics, page.url()).href);
    expect(await heading(page).innerText()).toBe(offlineHeading);
    const links = page.locator('[data-kept] a');
    await links.first().waitFor();
    const listed = await links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(listed[0]).toBe(pageKinds.event);
    expect([...listed].sort()).toEqual([...new Set(['/', ...latest, pageKinds.article, pageKinds.event])].sort());
    expect(await links.first().innerText()).toBe('Hội thả diều giấy của ba dãy phố');
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Thử lại' }).press('Enter');
    await page.getByRole('heading', { name: 'Thống kê truy cập' }).waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  test('the offline page works when opened directly, without cached pages and without JavaScript', async () => {
    const site = await serveMutableSite(inject('newsroomDir'));
    for (const script of [true, false]) {
      const { page, reports } = await openPage(sharedBrowser, `${site.origin}/khong-co-mang/`, { javaScript: script });
      expect(await heading(page).innerText()).toBe(offlineHeading);
      expect(await page.locator('[data-kept]').isVisible()).toBe(false);
      expect(await page.getByRole('link', { name: 'Thử lại' }).isVisible()).toBe(true);
      if (script) expect(await accessibilityViolations(page)).toEqual([]);
      expect(reports).toEqual([]);
      await page.context().close();
    }
  });

  test('a deleted page is not shown from the cache after the reader got its 404', async () => {
    const { site, page } = await reader();
    site.removeFile(fileOf(pageKinds.article));
    await page.reload();
    expect(await heading(page).innerText()).toBe('Không tìm thấy trang này');
    await page.context().setOffline(true);
    await page.reload();
    expect(await heading(page).innerText()).toBe(offlineHeading);
  });
});

describe.runIf(sharedBrowser)('online', () => {
  test('a page is always current, and the cache has its last seen version', async () => {
    const { site, page } = await reader();
    const title = await heading(page).innerText();
    site.replaceInFile(fileOf(pageKinds.article), /<h1>.*?<\/h1>/s, '<h1>Bài đã sửa</h1>');
    await page.reload();
    expect(title).not.toBe('Bài đã sửa');
    expect(await heading(page).innerText()).toBe('Bài đã sửa');
    await waitUntilCached(page, [pageKinds.article], 'Bài đã sửa');
    await page.context().setOffline(true);
    await page.reload();
    expect(await heading(page).innerText()).toBe('Bài đã sửa');
  });

  test('the cached page with a notice is shown when the network does not respond', async () => {
    const { site, page } = await reader();
    site.hangs = true;
    await page.reload({ waitUntil: 'commit' });
    expect(await notice(page).innerText()).toContain('vì chưa kết nối được với mạng');
  });

  test('only pages with their scripts, fonts and pictures are cached, without search queries', async () => {
    const { site, page } = await reader();
    const before = new Set(await cachedPaths(page));
    for (const address of ['/khong-co/', '/feed.xml', '/build.json', '/tim-kiem/?q=viêm gan'])
      await page.goto(site.origin + address);
    await waitUntilCached(page, ['/tim-kiem/']);
    const after = (await cachedPaths(page)).filter((path) => !before.has(path));
    expect(after.filter((path) => !/\.(js|woff2|svg|avif|webp|jpeg|png)$/.test(path))).toEqual(['/tim-kiem/']);
    const urls = await page.evaluate(async () =>
      (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
        .flat()
        .map(({ url }) => url),
    );
    expect(urls.filter((url) => url.includes('?'))).toEqual([]);
  });

  test('a first page fetches ahead only the offline page, and nothing twice', async () => {
    const site = await serveMutableSite(inject('newsroomDir'));
    const { page } = await openPage(sharedBrowser, site.origin + pageKinds.article, { serviceWorker: true });
    onTestFinished(() => page.context().close());
    await waitUntilCached(page, [pageKinds.article, '/khong-co-mang/']);
    await page.goto(site.origin + pageKinds.event);
    await waitUntilCached(page, ['/']);
    const first = site.requestedPaths.slice(0, site.requestedPaths.indexOf(pageKinds.event));
    expect(first.filter((path) => path.endsWith('/'))).toEqual([pageKinds.article, '/khong-co-mang/']);
    expect(first).toHaveLength(new Set(first).size);
  });

  test.each([
    ['Save-Data', () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })],
    [
      'the wish for reduced data',
      () => {
        const { matchMedia } = window;
        window.matchMedia = (query) => matchMedia(query.replace('(prefers-reduced-data: reduce)', 'all'));
      },
    ],
  ])('with %s nothing is fetched ahead, and visited pages are cached', async (_, setPreference) => {
    const site = await serveMutableSite(inject('newsroomDir'));
    const { page } = await openPage(sharedBrowser, `${site.origin}/bieu-tuong.svg`, { serviceWorker: true });
    onTestFinished(() => page.context().close());
    await page.addInitScript(setPreference);
    await page.goto(site.origin + pageKinds.article);
    await waitUntilCached(page, [pageKinds.article]);
    await page.goto(site.origin + pageKinds.event);
    await waitUntilCached(page, [pageKinds.event]);
    const pages = site.requestedPaths.filter((path) => path.endsWith('/'));
    expect(pages).toEqual([pageKinds.article, pageKinds.event]);
  });

  test('pages are shown when the storage quota is exceeded', async () => {
    const { site, page } = await reader();
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
    await page.goto(site.origin + pageKinds.event);
    expect(await heading(page).innerText()).toBe('Hội thả diều giấy của ba dãy phố');
    await page.goto(site.origin + pageKinds.statistics);
    expect(await heading(page).innerText()).toBe('Thống kê truy cập');
    const more = page.evaluate(async () => (await caches.open('thử')).put('/thử', new Response('x')));
    await expect(more).rejects.toThrow(/quota/i);
  });
});
