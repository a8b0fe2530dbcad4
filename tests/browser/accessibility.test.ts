import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullArticle, pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { openPage, type Reader } from './open-page.ts';
import { count, eventually, found } from './search-reader.ts';
import { allKinds, browser, everyState, newsroom } from './served-sites.ts';
import { stubVoices } from './stubbed-voices.ts';

const chosen = { 'co-chu': 'large', 'tuong-phan': 'more' };

/** Every two of light or dark, narrow or wide, as it comes or as a reader chose it, meet once. */
const looks: readonly Reader[] = [
  { width: 320 },
  { width: 320, dark: true, kept: chosen },
  { width: 1440, dark: true },
  { width: 1440, kept: chosen },
];

const away = `${newsroom}/bieu-tuong.svg`;

/** What a reader has brought a page to. */
const states: readonly (readonly [state: string, url: string, reach: (page: Page) => Promise<unknown>])[] = [
  ['a gallery with a picture opened', everyState + fullArticle, open('.gallery a', 'dialog[open] img')],
  ['an article being read aloud', newsroom + pageKinds.article, open('[data-listen]', '.listening')],
  ['what was found', `${newsroom}${pageKinds.search}#q=hội`, found],
  ['what was perhaps meant', `${newsroom}${pageKinds.search}#q=vuon+thuc+vatt`, found],
  ['a search that found nothing', `${newsroom}${pageKinds.search}#q=qwxz`, says('Không tìm thấy')],
  ['the register of a year', `${newsroom}${pageKinds.documents}?nam=2024`, narrowed],
  ['the register with nothing left', `${newsroom}${pageKinds.documents}?nam=2024&hieu-luc=con`, narrowed],
  ['what an address may have meant', `${newsroom}/bai-viet/vuon-thuc-vat-hoc-duong/`, found],
];

function open(button: string, opened: string) {
  return async (page: Page) => {
    await page.locator(button).first().press('Enter');
    await page.locator(opened).waitFor();
  };
}

function says(words: string) {
  return (page: Page) => eventually(() => count(page)).toContain(words);
}

function narrowed(page: Page) {
  return page.locator('.register tbody tr').first().waitFor({ state: 'hidden' });
}

function openAll(page: Page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describe.runIf(browser)(
  'light or dark, narrow or wide, with large letters and more contrast or without, axe finds nothing',
  () => {
    const readers: { look: string; page: Page; reports: string[] }[] = [];
    beforeAll(async () => {
      for (const reader of looks) {
        const opened = await openPage(browser, away, reader);
        await stubVoices(opened.page, ['vi-VN']);
        readers.push({ look: JSON.stringify(reader), ...opened });
      }
    });
    afterAll(() => Promise.all(readers.map(({ page }) => page.context().close())));

    test.each([...allKinds.map(([kind, url]) => [`${kind}, all that opens opened`, url, openAll] as const), ...states])(
      '%s',
      async (_, url, reach) => {
        for (const { look, page, reports } of readers) {
          // Away first, or another # of the page at hand would load nothing anew.
          await page.goto(away);
          await page.goto(url);
          await reach(page);
          expect(await accessibilityFaults(page), look).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), look).toBe(0);
          expect(reports.splice(0), look).toEqual([]);
        }
      },
    );
  },
);
