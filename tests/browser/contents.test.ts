import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

const address = newsroomOrigin + pageKinds['long article'];

describe.runIf(sharedBrowser)('the table of contents of an article', () => {
  test('is opened and followed by keyboard, without JavaScript', async () => {
    const { page } = await openPage(sharedBrowser, address, { javaScript: false });
    const list = page.getByRole('navigation', { name: 'Mục lục' });
    const last = list.getByRole('link').last();
    expect(await last.isVisible()).toBe(false);
    await list.locator('summary').press('Enter');
    const words = await last.innerText();
    await last.press('Enter');
    const heading = page.getByRole('heading', { level: 2, name: words, exact: true });
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
    await page.context().close();
  });

  test.each([320, 768, 1440])('fits %s px when open, without accessibility violations', async (width) => {
    for (const dark of [false, true]) {
      const { page } = await openPage(sharedBrowser, address, { width, dark });
      await page.locator('.contents summary').click();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    }
  });

  test('is not printed, since paper has no links', async () => {
    const { page } = await openPage(sharedBrowser, address, { media: 'print' });
    expect(await page.locator('.contents').isVisible()).toBe(false);
    await page.context().close();
  });
});
