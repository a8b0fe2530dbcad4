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

  test('has no Zalo button without a share sheet', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article);
    const possible = await page.evaluate(() => 'share' in navigator);
    expect(await page.getByRole('button', { name: 'Zalo' }).isVisible()).toBe(possible);
    expect(await page.getByRole('link', { name: 'Facebook' }).isVisible()).toBe(true);
    await page.context().close();
  });
});
