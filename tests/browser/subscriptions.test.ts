import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('the page of feeds', () => {
  test('copies the URL of a feed; only the last used button shows it', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(newsroomOrigin + pageKinds.feeds);
    const copy = (feed: string) => page.getByRole('list', { name: feed, exact: true }).getByRole('button');
    const copied = page.getByRole('button', { name: 'Đã sao chép' });
    for (const [feed, address] of [
      ['Mọi bài mới', '/feed.xml'],
      ['Hỏi & đáp', '/hoi-dap/feed.xml'],
      ['Hỏi & đáp', '/hoi-dap/feed.xml'],
    ] as const) {
      await copy(feed).click();
      await copy(feed).filter({ hasText: 'Đã sao chép' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`https://example.org${address}`);
      expect(await copied.count()).toBe(1);
    }
    await page.context().close();
  });

  test('fits 320 px with a long unbreakable URL', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.feeds, { width: 320 });
    await page
      .getByText('https://example.org/hoi-dap/feed.xml')
      .evaluate((address) => address.append('lienhiephoikhoahoc'.repeat(10)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });

  test('without JavaScript has no button and shows the URL', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.feeds, { javaScript: false });
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByText('https://example.org/hoi-dap/feed.xml').isVisible()).toBe(true);
    await page.context().close();
  });
});
