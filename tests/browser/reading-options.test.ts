import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

/** The article of the newsroom, which has a notice, and that of the union. */
const articles = pageUrls.filter(([kind]) => kind === 'article' || kind === 'first article');

/** The boxes of the visible parts of the masthead that stand in its first row. */
function toolBoxes(page: Page) {
  return page
    .locator('.masthead-name, .masthead form, .tool, .reading-options')
    .evaluateAll((tools) =>
      tools.filter((tool) => tool.checkVisibility()).map((tool) => tool.getBoundingClientRect().toJSON()),
    );
}

describe.runIf(sharedBrowser)('in a real browser', () => {
  test('the first Tab stop is the skip link to the content', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.context().close();
  });

  test('without JavaScript the article is readable, text size works and no inert button is visible', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, {
      javaScript: false,
      width: 1440,
    });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('ký kêt');
    // The search button submits to a page.
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Tìm']);
    const height = async () => (await page.locator('.lead').boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await height()).toBeGreaterThan(before);
    await page.context().close();
  });

  test('the chosen text size applies to the next page', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.home, { width: 1440 });
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    await page.goto(newsroomOrigin + pageKinds.article);
    expect(await page.getByRole('radio', { name: 'Chữ lớn' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
    await page.context().close();
  });

  test('without JavaScript the contrast checkbox works', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, {
      javaScript: false,
      dark: true,
      width: 1440,
    });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).not.toBe('rgb(0, 0, 0)');
    await page.getByRole('checkbox', { name: 'Tương phản' }).press('Space');
    expect(await paper()).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });

  test('the chosen contrast applies to later pages until it is switched off', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.home, { width: 1440 });
    const box = page.getByRole('checkbox', { name: 'Tương phản' });
    const contrast = () => page.evaluate(() => document.documentElement.dataset['contrast']);
    await box.press('Space');
    await page.goto(newsroomOrigin + pageKinds.article);
    expect([await box.isChecked(), await contrast()]).toEqual([true, 'more']);
    await box.press('Space');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 248)');
    await page.reload();
    expect([await box.isChecked(), await contrast()]).toEqual([false, undefined]);
    await page.context().close();
  });

  test.each([
    ['390 px', 390, 1, 130],
    ['320 px', 320, 1, 130],
    ['360 px with letters of 150 %', 360, 1.5, 200],
  ])('on a phone of %s the folded menu leaves the screen to the article', async (_, width, letters, end) => {
    for (const [kind, url] of articles) {
      const { page } = await openPage(sharedBrowser, url, { width });
      await page.evaluate((times) => {
        document.documentElement.style.fontSize = `${112.5 * times}%`;
      }, letters);
      const boxes = await toolBoxes(page);
      expect(boxes).toHaveLength(3);
      expect(Math.max(...boxes.map(({ bottom }) => bottom)), kind).toBeLessThanOrEqual(end);
      await page.context().close();
    }
  });

  test('words of an article are on the first screen of 360 by 640 px', async () => {
    for (const [kind, url] of articles) {
      const { page } = await openPage(sharedBrowser, url, { width: 360 });
      const { top, lineHeight } = await page.locator('.lead').evaluate((lead) => ({
        top: lead.getBoundingClientRect().top,
        lineHeight: Number.parseFloat(getComputedStyle(lead).lineHeight),
      }));
      expect(top + 5 * lineHeight, kind).toBeLessThan(640);
      await page.context().close();
    }
  });

  test('on a touch screen links in lists, buttons and rows of stories are at least 44 px high', async () => {
    const touched = [
      ...['home', 'home of one article', 'article', 'category', 'questions', 'document'],
      ...['site map', 'search', 'not found', 'full article'],
    ];
    for (const [kind, url] of pageUrls) {
      if (!touched.includes(kind)) continue;
      const { page } = await openPage(sharedBrowser, url, { touch: true });
      const targets = page.locator(
        '.tool, .breadcrumb a, .category a, .rows > *, .tags a, .pages a, .sidebar p a, .footer li a, .share a, .share button, .more a, .front-services > .block > p a, .front .all, .facts a',
      );
      const low = await targets.evaluateAll((links) =>
        links
          .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
          .map((link) => link.outerHTML.slice(0, 80)),
      );
      expect(await targets.count(), kind).toBeGreaterThan(8);
      expect(low, kind).toEqual([]);
      await page.context().close();
    }
  });

  test('on a touch screen links within small lines are at least 32 px high, and none covers another', async () => {
    for (const [kind, url] of pageUrls) {
      if (!['article', 'full article', 'feeds', 'statistics'].includes(kind)) continue;
      const { page } = await openPage(sharedBrowser, url, { touch: true });
      const faults = await page
        .locator('.fact-line a, .fact-line button, .report a, .feeds a, .feeds button, main summary')
        .evaluateAll((links) => {
          const boxes = links.filter((link) => link.checkVisibility()).map((link) => link.getBoundingClientRect());
          const low = boxes.filter(({ height }) => height < 32);
          const covered = boxes.filter((one) =>
            boxes.some(
              (other) =>
                other !== one &&
                Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
            ),
          );
          return { all: boxes.length, low: low.length, covered: covered.length };
        });
      expect(faults, kind).toMatchObject({ low: 0, covered: 0 });
      expect(faults.all, kind).toBeGreaterThan(1);
      await page.context().close();
    }
  });

  test('no line of facts begins or ends with a dot', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, { width: 320 });
    const lines = await page
      .locator('.fact-line')
      .first()
      .evaluate((line) => {
        const { left } = line.getBoundingClientRect();
        const facts = [...line.children].map((fact) => fact.getBoundingClientRect());
        const first = facts.filter(({ top }, index) => facts[index - 1]?.top !== top);
        const dot = 0.3 * Number.parseFloat(getComputedStyle(line).fontSize);
        return { count: first.length, visibleDots: first.filter((fact) => fact.left + dot > left).length };
      });
    expect(lines.count).toBeGreaterThan(1);
    expect(lines.visibleDots).toBe(0);
    expect(
      await page
        .locator('.fact-line')
        .first()
        .evaluate((line) => getComputedStyle(line).overflowX),
    ).toBe('clip');
    await page.context().close();
  });

  test.each([768, 1024, 1199])('at %s px the head is one row of tools', async (width) => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, { width });
    const boxes = await toolBoxes(page);
    expect(boxes).toHaveLength(3);
    expect(Math.max(...boxes.map(({ top }) => top))).toBeLessThan(Math.min(...boxes.map(({ bottom }) => bottom)));
    expect(await page.locator('.menu').evaluate((menu) => menu.clientHeight)).toBeLessThan(64);
    await page.context().close();
  });

  test('on a phone the menu unfolds without JavaScript, in rows of 48 px, with text size and contrast', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, { javaScript: false });
    const links = page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link');
    expect(await links.count()).toBe(0);
    await page.locator('.fold summary').press('Enter');
    const heights = await links.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights).toHaveLength(8);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
    const text = page.locator('.lead');
    const before = await text.evaluate((lead) => getComputedStyle(lead).fontSize);
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await text.evaluate((lead) => getComputedStyle(lead).fontSize)).not.toBe(before);
    await page.getByRole('checkbox', { name: 'Tương phản cao' }).check();
    expect(await text.evaluate((lead) => getComputedStyle(lead).color)).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });
});
