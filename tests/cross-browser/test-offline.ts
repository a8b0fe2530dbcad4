import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { type MutableSite, serveMutableSite, waitUntilCached } from '../browser/serve-mutable-site.ts';
import type { TestedBrowser, TestedPage } from './tested-browser.ts';

const offlineHeading = 'Không có mạng';

const textOf = (page: TestedPage, selector: string) =>
  page.evaluate((selected) => document.querySelector(selected)?.textContent ?? '', selector);
const heading = (page: TestedPage) => textOf(page, 'h1');
const notice = (page: TestedPage) => textOf(page, '[role="note"]');

/** Defines the tests of what a reader gets when the network fails. */
export function testOffline(browser: TestedBrowser | undefined): void {
  /** The newsroom, and a page that has visited two of its pages and has the precached ones. */
  async function reader(hostname = '127.0.0.1'): Promise<{ site: MutableSite; page: TestedPage; origin: string }> {
    if (!browser) throw new Error('no browser');
    const site = await serveMutableSite(inject('newsroomDir'));
    const origin = site.origin.replace('127.0.0.1', hostname);
    const page = await browser.openPage({ serviceWorker: true });
    onTestFinished(() => page.close());
    await page.goto(origin + pageKinds.article);
    await page.evaluate(async () => {
      const { serviceWorker } = navigator;
      if (!serviceWorker.controller)
        await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }));
    });
    await page.goto(origin + pageKinds.event);
    await waitUntilCached(page, ['/', pageKinds.article, pageKinds.event]);
    return { site, page, origin };
  }

  async function expectCachedPages(page: TestedPage, origin: string, addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      await page.goto(origin + address);
      expect(await heading(page), address).not.toBe(offlineHeading);
      expect(await notice(page), address).toContain('vì chưa kết nối được với mạng');
    }
  }

  async function expectOfflinePage(page: TestedPage, origin: string): Promise<void> {
    await page.goto(origin + pageKinds.statistics);
    expect(await heading(page)).toBe(offlineHeading);
  }

  describe.runIf(browser)('offline', () => {
    test('with a stopped server, visited pages and the home page open from the cache, others say “Không có mạng”', async () => {
      const { site, page, origin } = await reader();
      await site.stop();
      await expectCachedPages(page, origin, [pageKinds.event, '/', pageKinds.article]);
      await expectOfflinePage(page, origin);
    });

    test.runIf(browser?.forgettableHost)('with a server whose name is not found they do too', async () => {
      const { page, origin } = await reader(browser?.forgettableHost?.hostname);
      await browser?.forgettableHost?.forget();
      await expectCachedPages(page, origin, [pageKinds.article]);
      await expectOfflinePage(page, origin);
    });

    test('with a network that accepts connections and says nothing, a visited page opens from the cache', async () => {
      const { site, page, origin } = await reader();
      site.hangs = true;
      // Its scripts are waited for as long again, and with them its `load` event.
      await page.evaluate((url) => location.assign(url), origin + pageKinds.article);
      await expect.poll(() => notice(page)).toContain('vì chưa kết nối được với mạng');
      expect(await page.evaluate(() => location.pathname)).toBe(pageKinds.article);
    });

    test('a worker takes navigation preload away from the earlier one, with which no page opened offline', async () => {
      const { site, page, origin } = await reader();
      const isPreloading = () =>
        page.evaluate(async () => {
          const { navigationPreload } = await navigator.serviceWorker.ready;
          return navigationPreload ? (await navigationPreload.getState()).enabled : false;
        });
      await page.evaluate(async () => (await navigator.serviceWorker.ready).navigationPreload?.enable());
      site.replaceInFile('sw.js', /$/, '\n// another');
      await page.evaluate(async () => {
        const takeover = new Promise((done) =>
          navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
        );
        await (await navigator.serviceWorker.ready).update();
        await takeover;
      });
      // A worker controls its pages before it has handled its `activate` event.
      await expect.poll(isPreloading).toBe(false);
      await site.stop();
      await expectCachedPages(page, origin, [pageKinds.article]);
    });
  });
}
