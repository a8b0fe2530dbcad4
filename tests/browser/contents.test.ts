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
    const list = page.getByRole('navigation', { name: 'Trong bài này' });
    const last = list.getByRole('link').last();
    expect(await last.isVisible()).toBe(false);
    await list.locator('summary').press('Enter');
    const words = await last.innerText();
    await last.press('Enter');
    const heading = page.getByRole('heading', { level: 2, name: words, exact: true });
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
    await page.context().close();
  });

  test.each([320, 768])('fits %s px when open, without accessibility violations', async (width) => {
    for (const dark of [false, true]) {
      const { page } = await openPage(sharedBrowser, address, { width, dark });
      await page.locator('.contents summary').click();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    }
  });

  test('is open in the margin of a wide screen, level with the lead, and stays while the text scrolls', async () => {
    const { page } = await openPage(sharedBrowser, address, { javaScript: false, width: 1440 });
    const contents = page.locator('.contents');
    expect(await contents.locator('summary').isVisible()).toBe(false);
    const [list, lead] = [await contents.boundingBox(), await page.locator('.lead').boundingBox()];
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThan(lead?.x ?? 0);
    expect(list?.y).toBeCloseTo(lead?.y ?? 0, 0);
    await page.locator('.prose h2').last().scrollIntoViewIfNeeded();
    expect(
      await contents
        .getByRole('link')
        .first()
        .evaluate((link) => link.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
    await page.context().close();
  });

  test('is not printed, since paper has no links', async () => {
    const { page } = await openPage(sharedBrowser, address, { media: 'print' });
    expect(await page.locator('.contents').isVisible()).toBe(false);
    await page.context().close();
  });
});
