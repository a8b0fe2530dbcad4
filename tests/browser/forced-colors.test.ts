import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { textContrasts } from './measured-contrast.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser).each([false, true])('in forced colours (dark: %s)', (dark) => {
  const reader = { forcedColors: 'active', dark } as const;

  test('every text stays readable', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, reader);
    for (const [kind, url] of pageUrls) {
      await page.goto(url);
      expect((await textContrasts(page, 4.5)).tooLow, kind).toEqual([]);
    }
    await page.context().close();
  });

  test('only the current menu entry is underlined', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.category, { ...reader, width: 1440 });
    const widths = await page
      .locator('.menu a')
      .evaluateAll((links) => links.map((link) => [link.textContent, getComputedStyle(link).borderBottomWidth]));
    expect(widths.filter(([, width]) => width !== '0px')).toEqual([['Tin tức - sự kiện', '3px']]);
    await page.context().close();
  });

  test('the chosen text size is filled, the others are not', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, { ...reader, width: 1440 });
    const backgrounds = await page
      .locator('.text-size .choice > span')
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor));
    expect(new Set(backgrounds).size).toBe(2);
    expect(backgrounds[1]).not.toBe(backgrounds[0]);
    await page.context().close();
  });

  test('the bars of a chart have the text colour', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.statistics, reader);
    const [bars, text] = await page.evaluate(() =>
      ['.chart svg', 'h1'].map((selector) => {
        const element = document.querySelector(selector);
        return element && getComputedStyle(element).color;
      }),
    );
    expect(bars).toBe(text);
    await page.context().close();
  });

  test('category links, box borders, marks and the focus outline are visible', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    const styleOf = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await styleOf('.category a', 'text-decoration-line')).toBe('underline');
    expect(await styleOf('.prose pre', 'border-top-style')).toBe('solid');
    expect(await styleOf('.lead', 'border-left-style')).toBe('solid');
    const [mark, background] = [await styleOf('.mark', 'color'), await styleOf('body', 'background-color')];
    expect(mark).not.toBe(background);
    await page.keyboard.press('Tab');
    expect(await styleOf(':focus', 'outline-style')).toBe('solid');
    expect(await styleOf(':focus', 'outline-color')).not.toBe(background);
    await page.goto(newsroomOrigin + pageKinds['empty category']);
    expect(await styleOf('.empty', 'border-top-style')).toBe('solid');
    await page.context().close();
  });
});
