import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { everythingKept, type KeptSite, kept, keptSite } from './kept-site.ts';
import { openPage, type Reader } from './open-page.ts';
import { browser } from './served-sites.ts';

const fileOf = (address: string) => `${address.slice(1)}index.html`;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const notice = (page: Page) => page.getByRole('note');
const noNetwork = 'Không có mạng';

/** The newsroom, and a reader of it whose browser has the worker and has kept what it keeps ahead. */
async function reader(how: Reader = {}): Promise<{ site: KeptSite; page: Page; latest: string[] }> {
  const site = await keptSite(inject('newsroomDir'));
  const { page } = await openPage(browser, site.origin + pageKinds.article, { ...how, worker: true });
  onTestFinished(() => page.context().close());
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const worker = await page.evaluate(async () => (await fetch('/sw.js')).text());
  const latest = worker.match(/\/bai-viet\/[\w-]+\//g) ?? [];
  await kept(page, ['/', ...latest, pageKinds.article]);
  return { site, page, latest };
}

describe.runIf(browser)('without a network', () => {
  test('a page that was visited opens, the very first one too, and says from when it is', async () => {
    const { page } = await reader();
    expect(await notice(page).count()).toBe(0);
    const words = await page.getByRole('main').innerText();
    await page.context().setOffline(true);
    await page.reload();
    const told = await notice(page).innerText();
    expect(told).toMatch(/bản lưu trên máy này lúc \d\d:\d\d, (Thứ \S+|Chủ Nhật), \d\d\/\d\d\/\d{4}, vì chưa kết nối/);
    expect((await page.getByRole('main').innerText()).replace(told, '').trim()).toContain(words.slice(-400).trim());
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('the home page and the latest ten articles open, which nobody opened before', async () => {
    const { page, latest } = await reader();
    expect(latest).toHaveLength(10);
    await page.context().setOffline(true);
    for (const address of ['/', ...latest]) {
      await page.goto(new URL(address, page.url()).href);
      expect(await heading(page).innerText(), address).not.toBe(noNetwork);
      expect(await notice(page).count(), address).toBe(1);
    }
  });

  test('the scripts of a page that was visited run', async () => {
    const { page } = await reader();
    await page.reload();
    await kept(page, ['/trang.js']);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'In bài' }).waitFor();
  });

  test('for any other page stands one that lists what is kept, newest first, and tries again', async () => {
    const { page, latest } = await reader();
    await page.goto(new URL(pageKinds.event, page.url()).href);
    await kept(page, [pageKinds.event]);
    await page.context().setOffline(true);
    await page.goto(new URL(pageKinds.statistics, page.url()).href);
    expect(await heading(page).innerText()).toBe(noNetwork);
    const links = page.locator('[data-kept] a');
    await links.first().waitFor();
    const listed = await links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(listed[0]).toBe(pageKinds.event);
    expect([...listed].sort()).toEqual([...new Set(['/', ...latest, pageKinds.article, pageKinds.event])].sort());
    expect(await links.first().innerText()).toBe('Hội thả diều giấy của ba dãy phố');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).press('Enter');
    await page.getByRole('heading', { name: 'Thống kê truy cập' }).waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  test('the page that stands in for others can be read by itself, with nothing kept and without script', async () => {
    const site = await keptSite(inject('newsroomDir'));
    for (const script of [true, false]) {
      const { page, reports } = await openPage(browser, `${site.origin}/khong-co-mang/`, { script });
      expect(await heading(page).innerText()).toBe(noNetwork);
      expect(await page.locator('[data-kept]').isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: 'Thử lại' }).isVisible()).toBe(script);
      if (script) expect(await accessibilityFaults(page)).toEqual([]);
      expect(reports).toEqual([]);
      await page.context().close();
    }
  });

  test('what was taken from the site is not shown from the device, once the reader has seen that it is gone', async () => {
    const { site, page } = await reader();
    site.remove(fileOf(pageKinds.article));
    await page.reload();
    expect(await heading(page).innerText()).toBe('Không tìm thấy trang này');
    await page.context().setOffline(true);
    await page.reload();
    expect(await heading(page).innerText()).toBe(noNetwork);
  });
});

describe.runIf(browser)('with a network', () => {
  test('a page is never older than the site, and what is kept is what was seen last', async () => {
    const { site, page } = await reader();
    const title = await heading(page).innerText();
    site.change(fileOf(pageKinds.article), /<h1>.*?<\/h1>/s, '<h1>Bài đã sửa</h1>');
    await page.reload();
    expect(title).not.toBe('Bài đã sửa');
    expect(await heading(page).innerText()).toBe('Bài đã sửa');
    await kept(page, [pageKinds.article], 'Bài đã sửa');
    await page.context().setOffline(true);
    await page.reload();
    expect(await heading(page).innerText()).toBe('Bài đã sửa');
  });

  test('that says nothing for long, what is kept is shown, and says so', async () => {
    const { site, page } = await reader();
    site.hangs = true;
    await page.reload();
    expect(await notice(page).innerText()).toContain('vì chưa kết nối được với mạng');
  });

  test('nothing is kept but whole pages, their scripts, fonts and pictures, without what was typed', async () => {
    const { site, page } = await reader();
    const before = new Set(await everythingKept(page));
    for (const address of ['/khong-co/', '/feed.xml', '/build.json', '/tim-kiem/?q=viêm gan'])
      await page.goto(site.origin + address);
    await kept(page, ['/tim-kiem/']);
    const after = (await everythingKept(page)).filter((path) => !before.has(path));
    expect(after.filter((path) => !/\.(js|woff2|svg|avif|webp|jpeg|png)$/.test(path))).toEqual(['/tim-kiem/']);
    const urls = await page.evaluate(async () =>
      (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
        .flat()
        .map(({ url }) => url),
    );
    expect(urls.filter((url) => url.includes('?'))).toEqual([]);
  });

  test('a reader who saves data is sent nothing ahead, and keeps what was visited', async () => {
    const site = await keptSite(inject('newsroomDir'));
    const { page } = await openPage(browser, `${site.origin}/bieu-tuong.svg`, { worker: true });
    onTestFinished(() => page.context().close());
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.goto(site.origin + pageKinds.article);
    await kept(page, [pageKinds.article]);
    await page.goto(site.origin + pageKinds.event);
    await kept(page, [pageKinds.event]);
    const pages = site.asked.filter((path) => path.endsWith('/'));
    expect(new Set(pages)).toEqual(new Set([pageKinds.article, '/khong-co-mang/', pageKinds.event]));
  });

  test('a device that is full shows every page all the same', async () => {
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
