import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, newsroomOrigin, sharedBrowser } = await openServedSites();

/** Opens a page in the colours of the system, and shows it in light and in dark. */
async function inForcedColors(url: string, width: number, look: (page: Page, scheme: string) => Promise<void>) {
  const { page } = await openPage(sharedBrowser, url, { forcedColors: 'active', width });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(page, colorScheme);
  }
  await page.context().close();
}

// In contrast.test.ts every text stays readable in these colours.
describe.runIf(sharedBrowser)('in forced colours, light and dark', () => {
  test('only the current menu entry is underlined', async () => {
    await inForcedColors(newsroomOrigin + pageKinds.category, 1440, async (page, scheme) => {
      const widths = await page
        .locator('.menu a')
        .evaluateAll((links) => links.map((link) => [link.textContent, getComputedStyle(link).borderBottomWidth]));
      expect(
        widths.filter(([, width]) => width !== '0px'),
        scheme,
      ).toEqual([['Tin tức - sự kiện', '3px']]);
    });
  });

  test('the chosen text size is filled, the others are not', async () => {
    await inForcedColors(newsroomOrigin, 1440, async (page, scheme) => {
      const backgrounds = await page
        .locator('.text-size .choice > span')
        .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor));
      expect(new Set(backgrounds).size, scheme).toBe(2);
      expect(backgrounds[1], scheme).not.toBe(backgrounds[0]);
    });
  });

  test('the bars of a chart have the text colour', async () => {
    await inForcedColors(newsroomOrigin + pageKinds.statistics, 390, async (page, scheme) => {
      const [bars, text] = await page.evaluate(() =>
        ['.chart svg', 'h1'].map((selector) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element).color;
        }),
      );
      expect(bars, scheme).toBe(text);
    });
  });

  test('category links, box borders, marks and the focus outline are visible', async () => {
    await inForcedColors(everyStateOrigin + fullArticleAddress, 390, async (page, scheme) => {
      const styleOf = (selector: string, property: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
      expect(await styleOf('.category a', 'text-decoration-line'), scheme).toBe('underline');
      expect(await styleOf('.prose pre', 'border-top-style'), scheme).toBe('solid');
      expect(await styleOf('.lead', 'border-left-style'), scheme).toBe('solid');
      const [mark, background] = [await styleOf('.mark', 'color'), await styleOf('body', 'background-color')];
      expect(mark, scheme).not.toBe(background);
      await page.keyboard.press('Tab');
      expect(await styleOf(':focus', 'outline-style'), scheme).toBe('solid');
      expect(await styleOf(':focus', 'outline-color'), scheme).not.toBe(background);
    });
    await inForcedColors(newsroomOrigin + pageKinds['empty category'], 390, async (page, scheme) => {
      const border = page.locator('.empty').evaluate((element) => getComputedStyle(element).borderTopStyle);
      expect(await border, scheme).toBe('solid');
    });
  });
});
