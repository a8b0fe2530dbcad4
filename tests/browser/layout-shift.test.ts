import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { fontAddress } from '#site/assets/assets.ts';
import { layoutShift } from './layout-shift.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

/**
 * On a busy machine a page is painted before all of it has arrived: without the tools beside it the name of the masthead
 * has more room for a moment (0.0073). 0.1 is “good” (https://web.dev/articles/cls).
 */
const unnoticed = 0.01;

/**
 * Opens a page without the font of its headings: on a busy machine that may arrive after the first paint, which is a test
 * of its own (heading-font.test.ts).
 */
async function openWithoutFont(url: string, options: Parameters<typeof openPage>[2] = {}) {
  const opened = await openPage(sharedBrowser, 'about:blank', options);
  await opened.page.route(`**${fontAddress}`, (route) => route.abort());
  await opened.page.goto(url);
  return opened;
}

/** How many elements of a page are animated, in a transition or scrolled smoothly; runs in a page. */
function movingElements(): number {
  return [...document.querySelectorAll('*')]
    .flatMap((element) => [null, '::before', '::after'].map((part) => getComputedStyle(element, part)))
    .filter(
      (style) =>
        style.animationName !== 'none' ||
        style.transitionDuration.split(', ').some((time) => time !== '0s') ||
        style.scrollBehavior !== 'auto',
    ).length;
}

describe.runIf(sharedBrowser)('a page has no layout shift', () => {
  describe('while it loads, and no animation or transition, on a phone and on a desktop:', () => {
    const pages: Page[] = [];
    beforeAll(async () => {
      // Pages with routes have no HTTP cache: every load is a first one.
      for (const width of [390, 1440]) pages.push((await openWithoutFont('about:blank', { width })).page);
    });
    afterAll(() => Promise.all(pages.map((page) => page.context().close())));

    test.each(pageUrls)('%s', async (_, url) => {
      await Promise.all(
        pages.map(async (page) => {
          await page.goto(url, { waitUntil: 'networkidle' });
          const width = `${page.viewportSize()?.width} px`;
          expect(await page.evaluate(layoutShift), width).toBeLessThan(unnoticed);
          // Whatever motion a reader prefers.
          expect(await page.evaluate(movingElements), width).toBe(0);
        }),
      );
    });
  });

  test.each([412, 1440])('at %s px, when suggestions for an unknown address appear', async (width) => {
    const { page } = await openWithoutFont(`${newsroomOrigin}/bai-viet/vuon-thuc-vat-hoc-duong/`, { width });
    await page.locator('#gan-giong a').first().waitFor();
    expect(await page.evaluate(layoutShift)).toBeLessThan(unnoticed);
    await page.context().close();
  });

  test.each([
    ['Chữ nhỏ', '16px'],
    ['Chữ lớn', '22px'],
  ])('while a page loads with “%s” chosen, which applies from the first paint', async (name, size) => {
    const { page } = await openWithoutFont(newsroomOrigin, { width: 1440 });
    await page.getByRole('radio', { name }).check();
    // Without the module script: the state before it runs.
    await page.route('**/trang.js', (route) => route.abort());
    await page.goto(newsroomOrigin + pageKinds.article);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(size);
    expect(await page.evaluate(layoutShift)).toBeLessThan(unnoticed);
    await page.context().close();
  });

  test('while a page loads with more contrast chosen, which applies from the first paint', async () => {
    const { page } = await openWithoutFont(newsroomOrigin, {
      localStorage: { 'tuong-phan': 'more' },
      width: 320,
    });
    await page.goto(newsroomOrigin + pageKinds.article);
    expect(await page.evaluate(layoutShift)).toBeLessThan(unnoticed);
    await page.route('**/trang.js', (route) => route.abort());
    await page.reload();
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });
});
