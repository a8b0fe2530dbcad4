import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { overflowingElements } from './overflowing-elements.ts';

const { everyStateOrigin, newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('every kind of page', () => {
  /** Expects that a page fits its 320 px with the menu unfolded, and folds the menu again. */
  async function expectUnfoldedMenuFits(page: Page, kind: string): Promise<void> {
    await page.getByText('Mục lục').first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBe(320);
    expect(await page.evaluate(overflowingElements), kind).toEqual([]);
    await page.locator('.fold summary').click();
  }

  test('fits 320 px with the text size “large” and the menu unfolded', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin, {
      width: 320,
      localStorage: { 'co-chu': 'large' },
    });
    for (const [kind, url] of pageUrls) {
      await page.goto(url);
      await expectUnfoldedMenuFits(page, kind);
    }
    await page.context().close();
  });

  // The same page at each width: to load it takes longer than to measure it.
  test('fits 320 px with the menu unfolded, and 390, 768 and 1440 px, also with text twice as large', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin, { width: 320 });
    for (const [kind, url] of pageUrls) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(url);
      await expectUnfoldedMenuFits(page, kind);
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const fontSize of ['', '225%']) {
          await page.evaluate((size) => {
            document.documentElement.style.fontSize = size;
          }, fontSize);
          const label = `${kind}, ${width} px, ${fontSize}`;
          expect(await page.evaluate(() => document.documentElement.scrollWidth), label).toBe(width);
          expect(await page.evaluate(overflowingElements), label).toEqual([]);
        }
      }
    }
    await page.context().close();
  });

  test.each([
    [1440, 2700],
    [390, 5500],
  ])('the home page of a busy site at %s px is at most %s px high', async (width, height) => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, { width });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    await page.context().close();
  });

  test('lines have 60 to 75 characters from 768 px on, and the lead has 1.17 times the body size on a wide screen', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, { width: 1440 });
    const measured = await page.evaluate(() => {
      const probe = document.createElement('span');
      probe.textContent = 'Chương trình phối hợp được ký kết nhằm mục đích tăng cường sức mạnh';
      const prose = document.querySelector('.prose p');
      prose?.append(probe);
      const letter = probe.getBoundingClientRect().width / probe.textContent.length;
      const size = (element: Element | null) => (element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0);
      return {
        letters: (prose?.clientWidth ?? 0) / letter,
        lead: size(document.querySelector('.lead')) / size(prose),
        body: size(prose),
      };
    });
    expect(measured.letters).toBeGreaterThan(60);
    expect(measured.letters).toBeLessThan(75);
    expect(measured.lead).toBeCloseTo(1.17, 2);
    expect(measured.body).toBe(18);
    await page.context().close();
  });

  test('the columns of a directory begin at the same place in all rows, with and without a portrait', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.directory, { width: 768 });
    for (const width of [768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const starts = await page
        .locator('.directory li > div')
        .evaluateAll((all) => all.map((facts) => facts.getBoundingClientRect().x));
      expect(new Set(starts).size, `${width} px`).toBe(1);
    }
    await page.context().close();
  });

  test('a picture uses the margin too, a small one keeps its size, a tall one fits the screen', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, { width: 1440 });
    await page.evaluate(async () => {
      for (const picture of document.images) picture.loading = 'eager';
      await Promise.all([...document.images].map((picture) => picture.decode()));
    });
    const boxes = await page
      .locator('.article > figure img, .prose > figure:not(.video) img')
      .evaluateAll((pictures) =>
        pictures.map((picture) => [picture.clientWidth, picture.clientHeight, getComputedStyle(picture).objectFit]),
      );
    expect(boxes).toEqual([
      [792, 528, 'contain'],
      [480, 640, 'contain'],
      [200, 150, 'contain'],
    ]);
    await page.context().close();
  });
});
