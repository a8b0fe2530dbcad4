import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullArticle, pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { openPage, type Reader } from './open-page.ts';
import { count, eventually, found } from './search-reader.ts';
import { allKinds, browser, everyState, newsroom } from './served-sites.ts';
import { stubVoices } from './stubbed-voices.ts';

const readerChoices = { 'co-chu': 'large', 'tuong-phan': 'more' };

/** Each pair of light or dark, narrow or wide, and default or chosen settings occurs once. */
const readerOptions: readonly Reader[] = [
  { width: 320 },
  { width: 320, dark: true, kept: readerChoices },
  { width: 1440, dark: true },
  { width: 1440, kept: readerChoices },
];

const neutralPage = `${newsroom}/bieu-tuong.svg`;

/** States of a page after interaction. */
const states: readonly (readonly [state: string, url: string, enterState: (page: Page) => Promise<unknown>])[] = [
  ['a gallery with a picture opened', everyState + fullArticle, openWith('.gallery a', 'dialog[open] img')],
  ['an article being read aloud', newsroom + pageKinds.article, openWith('[data-listen]', '.listening')],
  ['search results', `${newsroom}${pageKinds.search}#q=hội`, found],
  ['a search with a spelling suggestion', `${newsroom}${pageKinds.search}#q=vuon+thuc+vatt`, found],
  ['a search without results', `${newsroom}${pageKinds.search}#q=qwxz`, waitForCount('Không tìm thấy')],
  ['the register filtered by year', `${newsroom}${pageKinds.documents}?nam=2024`, waitUntilFiltered],
  ['the register without matches', `${newsroom}${pageKinds.documents}?nam=2024&hieu-luc=con`, waitUntilFiltered],
  ['a 404 page with suggestions', `${newsroom}/bai-viet/vuon-thuc-vat-hoc-duong/`, found],
];

function openWith(button: string, opened: string) {
  return async (page: Page) => {
    await page.locator(button).first().press('Enter');
    await page.locator(opened).waitFor();
  };
}

function waitForCount(words: string) {
  return (page: Page) => eventually(() => count(page)).toContain(words);
}

function waitUntilFiltered(page: Page) {
  return page.locator('.register tbody tr').first().waitFor({ state: 'hidden' });
}

function openAllDetails(page: Page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describe.runIf(browser)(
  'axe finds no violation in light and dark, narrow and wide, default and enlarged high-contrast pages:',
  () => {
    const readers: { label: string; page: Page; reports: string[] }[] = [];
    beforeAll(async () => {
      for (const reader of readerOptions) {
        const opened = await openPage(browser, neutralPage, reader);
        await stubVoices(opened.page, ['vi-VN']);
        readers.push({ label: JSON.stringify(reader), ...opened });
      }
    });
    afterAll(() => Promise.all(readers.map(({ page }) => page.context().close())));

    test.each([
      ...allKinds.map(([kind, url]) => [`${kind}, with all details open`, url, openAllDetails] as const),
      ...states,
    ])('%s', async (_, url, enterState) => {
      for (const { label, page, reports } of readers) {
        // Leave the page first: a URL that differs only in its fragment would not be loaded again.
        await page.goto(neutralPage);
        await page.goto(url);
        await enterState(page);
        expect(await accessibilityFaults(page), label).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), label).toBe(0);
        expect(reports.splice(0), label).toEqual([]);
      }
    });
  },
);
