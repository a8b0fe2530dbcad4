import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress } from '#bench/browser/page-kinds.ts';
import { edgeContrasts, textContrasts } from './measured-contrast.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, pageUrls, sharedBrowser } = await openServedSites();

/** Elements that must be visible without being text, and the property with their colour. */
const nonTextColours = [
  ['.choice span', 'border-top-color'],
  ['.tags a', 'border-top-color'],
  ['th, td', 'border-top-color'],
  ['.menu [aria-current]', 'border-bottom-color'],
  ['.choice :checked + span', 'background-color'],
  ['.lead', 'border-left-color'],
  ['.prose blockquote', 'border-left-color'],
  ['.prose hr', 'border-top-color'],
  ['.mark', 'color'],
] as const;

/** The contrasts of a reader: the same page is shown in each, since to load it takes longer than to measure it. */
const readers = [
  ['by the settings of the system', {}, ['no-preference', 'more']],
  ['with more contrast chosen on the page', { localStorage: { 'tuong-phan': 'more' } }, ['no-preference']],
] as const;

/** Shows a page in light and dark, each with these contrasts. */
async function inEachScheme(
  page: Page,
  contrasts: readonly ('no-preference' | 'more')[],
  measure: (scheme: string) => Promise<void>,
): Promise<void> {
  for (const contrast of contrasts)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast });
      await measure(`${colorScheme}, contrast: ${contrast}`);
    }
}

/** Shows a page in the colours of the system, light and dark. */
async function inForcedColors(page: Page, measure: (scheme: string) => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'no-preference', forcedColors: 'active' });
    await measure(`${colorScheme}, forced colours`);
  }
  await page.emulateMedia({ forcedColors: 'none' });
}

describe.runIf(sharedBrowser).each(readers)('in light and dark, %s', (_, reader, contrasts) => {
  test('every text has a contrast of at least 7:1, in forced colours of at least 4.5:1', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    for (const [kind, url] of pageUrls) {
      await page.goto(url);
      const expectContrast = (minimum: number) => async (scheme: string) => {
        const { count, tooLow } = await textContrasts(page, minimum);
        expect(count, `${kind}, ${scheme}`).toBeGreaterThan(15);
        expect(tooLow, `${kind}, ${scheme}`).toEqual([]);
      };
      await inEachScheme(page, contrasts, expectContrast(7));
      if (!('localStorage' in reader)) await inForcedColors(page, expectContrast(4.5));
    }
    await page.context().close();
  });

  test('every focused element has a visible outline', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    const expectedStops = await page
      .locator('a[href]:visible, button:visible, input[type="search"]:visible, [tabindex="0"], summary:visible')
      .count();
    for (let stop = 0; ; stop++) {
      await page.keyboard.press('Tab');
      // The number of stops is unknown: a video has native controls.
      const leftDocument = await page.evaluate(() => {
        document.querySelector('[data-ringed]')?.removeAttribute('data-ringed');
        const focused = document.activeElement;
        const outlined =
          focused instanceof HTMLInputElement && focused.closest('.choice') ? focused.nextElementSibling : focused;
        outlined?.setAttribute('data-ringed', '');
        return focused === document.body;
      });
      if (leftDocument) {
        expect(stop).toBeGreaterThanOrEqual(expectedStops);
        break;
      }
      await inEachScheme(page, contrasts, async (scheme) => {
        const { what, style, width } = await page.locator('[data-ringed]').evaluate((element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return { what: element.outerHTML.slice(0, 80), style: outlineStyle, width: Number.parseFloat(outlineWidth) };
        });
        expect({ style, width }, `${what}, ${scheme}`).toEqual({ style: 'solid', width: 3 });
        for (const { description: ring, ratio } of await edgeContrasts(page, '[data-ringed]', 'outline-color'))
          expect(ratio, `${ring}, ${scheme}`).toBeGreaterThanOrEqual(3);
      });
    }
    await page.context().close();
  });

  test('meaningful non-text has a contrast of at least 3:1', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, { ...reader, width: 1440 });
    await inEachScheme(page, contrasts, async (scheme) => {
      for (const [selector, property] of nonTextColours) {
        const found = await edgeContrasts(page, selector, property);
        expect(found.length, selector).toBeGreaterThan(0);
        expect(
          found.filter(({ ratio }) => ratio < 3),
          scheme,
        ).toEqual([]);
      }
    });
    await page.context().close();
  });

  test('with more contrast panels have the page background and the category link is underlined', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    await inEachScheme(page, contrasts.slice(-1), async (scheme) => {
      const [paper, panel] = await page.evaluate(() =>
        [document.body, document.querySelector('.footer') ?? document.body].map(
          (element) => getComputedStyle(element).backgroundColor,
        ),
      );
      expect(panel, scheme).toBe(paper);
      expect(await page.locator('.category a').evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe(
        'underline',
      );
    });
    await page.context().close();
  });
});
