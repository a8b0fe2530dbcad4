import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fontAddress } from '#site/assets/assets.ts';
import { projectRoot } from '#site/settings.ts';
import { layoutShift } from './layout-shift.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { pageUrls, sharedBrowser } = await openServedSites();

/** The fonts in which the first element of a selector is set. */
async function fontsOf(page: Page, selector: string) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('DOM.enable');
  await devTools.send('CSS.enable');
  const { root } = await devTools.send('DOM.getDocument');
  const { nodeId } = await devTools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devTools.detach();
  return fonts;
}

const vowels = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const letters = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const titleCharacters = [
  ...letters,
  ...'bcdđghklmnpqrstvxjfwzBCDĐGHKLMNPQRSTVXJFWZ0123456789',
  ...'.,;:!?…“”‘’"\'«»()[]/-–—&%‰+=×±≤≥°²³₂½€₫$§*·•@#_',
  ...'éèçñöüßåøÉÇÑÖÜÅØ',
].join('');

const firstTitle = 'main :is(h1, h2 a)';

test('the font of the headings, the largest file of a first visit, takes less than 19 kB', async () => {
  const { size } = await stat(join(projectRoot, 'assets', 'fonts', 'heading-700.woff2'));
  expect(size).toBeLessThan(19_000);
});

describe.runIf(sharedBrowser)('the font of the headings', () => {
  test('has every character of Vietnamese titles', async () => {
    const { page } = await openPage(sharedBrowser, pageUrls[0]?.[1] ?? '');
    // The page itself goes on without its font where that comes late (font-display: optional).
    await page.evaluate(
      async ([text, address]) => {
        const font = new FontFace('loaded', `url(${address})`, { weight: '700' });
        document.fonts.add(await font.load());
        const heading = document.querySelector('h1');
        if (!heading) return;
        heading.textContent = text;
        heading.style.fontFamily = 'loaded';
        // The browser knows the fonts of what it has painted.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      },
      [titleCharacters, new URL(fontAddress, page.url()).href] as const,
    );
    expect(await fontsOf(page, 'h1')).toEqual([
      expect.objectContaining({ isCustomFont: true, familyName: 'Tieu De', glyphCount: titleCharacters.length }),
    ]);
    await page.context().close();
  });

  test.each(pageUrls.filter(([kind]) => /^(home|article)/.test(kind)))(
    'may arrive late: the first title of the %s page is set in one font, and nothing moves',
    async (_, url) => {
      const { page } = await openPage(sharedBrowser, 'about:blank');
      const released = Promise.withResolvers<void>();
      await page.route(`**${fontAddress}`, async (route) => {
        await released.promise;
        await route.continue();
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      const early = await fontsOf(page, firstTitle);
      expect(early).toEqual([expect.objectContaining({ isCustomFont: false })]);
      released.resolve();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(layoutShift)).toBe(0);
      expect(await fontsOf(page, firstTitle)).toEqual(early);
      await page.context().close();
    },
  );
});
