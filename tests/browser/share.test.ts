import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('the share row', () => {
  test('has a Zalo button where the browser has a share sheet, and passes the URL of the article', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async ({ url }: { url: string }) => {
          document.title = url;
        },
      });
    });
    await page.goto(newsroomOrigin + pageKinds.article);
    await page.getByRole('button', { name: 'Zalo' }).click();
    expect(await page.title()).toBe(`https://example.org${pageKinds.article}`);
    await page.context().close();
  });

  test('copies title and URL for Zalo where the browser has no share sheet', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    await page.goto(newsroomOrigin + pageKinds.article);
    await page.getByRole('button', { name: 'Chép để gửi Zalo' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${await page.locator('main h1').innerText()}\nhttps://example.org${pageKinds.article}`.replace(
        /\n(?=.*\n)/g,
        ' ',
      ),
    );
    await page.context().close();
  });

  test('is reached from the date, and without JavaScript has the links that need none', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, { javaScript: false });
    await page.getByRole('link', { name: 'Chia sẻ' }).click();
    const row = page.getByRole('region', { name: 'Chia sẻ bài này' });
    expect(await row.getByRole('listitem').allInnerTexts()).toEqual(['Facebook', 'Thư điện tử']);
    await page.context().close();
  });
});
