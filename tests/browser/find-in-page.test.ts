import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

// The Chromium of npm has no data to search texts with, so what the search of Chromium needs is tested instead.
describe.runIf(sharedBrowser)('a reader who presses Ctrl+F', () => {
  test.each(['home', 'category', 'article', 'documents', 'directory'] as const)(
    'finds a whole title on the %s page: Chromium finds no phrase across the edge of an inline-block',
    async (kind) => {
      const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds[kind]);
      const interrupted = await page.evaluate(() =>
        [...document.querySelectorAll('.word')]
          .filter((word) => getComputedStyle(word).display !== 'inline')
          .map((word) => word.textContent),
      );
      expect(interrupted).toEqual([]);
      expect(await page.locator('main .word').count()).toBeGreaterThan(0);
      await page.context().close();
    },
  );

  test('still sees no line of a title that ends inside a two-syllable word', async () => {
    for (const width of [320, 390, 768, 1440]) {
      const { page } = await openPage(sharedBrowser, newsroomOrigin, { width });
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('.word')]
          .filter((word) => word.checkVisibility() && word.getClientRects().length > 1)
          .map((word) => word.textContent),
      );
      expect(broken, `${width} px`).toEqual([]);
      await page.context().close();
    }
  });
});
