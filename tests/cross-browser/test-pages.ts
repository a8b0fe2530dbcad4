import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflowingElements } from '../browser/overflowing-elements.ts';
import type { WatchedSites } from './serve-watched-sites.ts';
import type { TestedBrowser, TestedPage } from './tested-browser.ts';

/** Defines a test of each kind of page: its layout at each width, and that it reports nothing. */
export function testPages(browser: TestedBrowser | undefined, { pageUrls, policyReports }: WatchedSites): void {
  describe.runIf(browser)(`a page fits widths of ${browser?.widths.join(', ')} px without errors or reports:`, () => {
    let page: TestedPage;
    beforeAll(async () => {
      if (browser) page = await browser.openPage();
    });
    afterAll(() => page?.close());

    test.each(pageUrls)('%s', async (_, url) => {
      await page.goto(url);
      for (const width of browser?.widths ?? []) {
        await page.resize(width, 800);
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        // A scroll bar may take a part of the width.
        const hidden = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(hidden, `${width} px`).toBe(0);
        expect(await page.evaluate(overflowingElements), `${width} px`).toEqual([]);
      }
      expect(page.scriptErrors()).toEqual([]);
      expect(policyReports()).toEqual([]);
    });

    // Last, because its blocked picture is an error of the page as well.
    test('what the policy blocks is reported', async () => {
      const [[, url] = ['', '']] = pageUrls;
      await page.goto(url);
      await page.evaluate(() => {
        document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }));
      });
      await expect.poll(policyReports).toEqual([expect.stringContaining('img-src')]);
    });
  });
}
