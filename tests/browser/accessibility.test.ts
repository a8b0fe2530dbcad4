import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage, type PageOptions } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { resultCount, waitForResults } from './search-page.ts';
import { stubVoices } from './stub-voices.ts';

const { everyStateOrigin, newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

const readerChoices = { 'co-chu': 'large', 'tuong-phan': 'more' };

/** Each pair of light or dark, narrow or wide, and default or chosen settings occurs once. */
const readerOptions: readonly PageOptions[] = [
  { width: 320 },
  { width: 1440, localStorage: readerChoices },
  { width: 320, dark: true, localStorage: readerChoices },
  { width: 1440, dark: true },
];

const neutralPage = `${newsroomOrigin}/bieu-tuong.svg`;

/** States of a page after interaction. */
const states: readonly (readonly [state: string, url: string, enterState: (page: Page) => Promise<unknown>])[] = [
  [
    'a gallery with a picture opened',
    everyStateOrigin + fullArticleAddress,
    openWith('.gallery a', 'dialog[open] img'),
  ],
  ['an article being read aloud', newsroomOrigin + pageKinds.article, openWith('.category button', '.listening')],
  ['search results', `${newsroomOrigin}${pageKinds.search}#q=hội`, waitForResults],
  ['a search with a spelling suggestion', `${newsroomOrigin}${pageKinds.search}#q=vuon+thuc+vatt`, waitForResults],
  ['a search of words and a year', `${newsroomOrigin}${pageKinds.search}#q=văn+bản+2024`, waitForResults],
  ['a search without results', `${newsroomOrigin}${pageKinds.search}#q=qwxz`, waitForCount('Không tìm thấy')],
  ['the register filtered by year', `${newsroomOrigin}${pageKinds.documents}?nam=2024`, waitUntilFiltered],
  ['the register without matches', `${newsroomOrigin}${pageKinds.documents}?nam=2024&hieu-luc=con`, waitUntilFiltered],
  ['a 404 page with suggestions', `${newsroomOrigin}/bai-viet/vuon-thuc-vat-hoc-duong/`, waitForResults],
];

function openWith(button: string, opened: string) {
  return async (page: Page) => {
    await page.locator(button).first().press('Enter');
    await page.locator(opened).waitFor();
  };
}

function waitForCount(words: string) {
  return (page: Page) => expect.poll(() => resultCount(page)).toContain(words);
}

function waitUntilFiltered(page: Page) {
  return page.locator('.register tbody tr').first().waitFor({ state: 'hidden' });
}

function openAllDetails(page: Page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describe.runIf(sharedBrowser)(
  'axe finds no violation in light and dark, narrow and wide, default and enlarged high-contrast pages:',
  () => {
    const readers: { label: string; page: Page; reports: string[] }[] = [];
    beforeAll(async () => {
      for (const reader of readerOptions) {
        const opened = await openPage(sharedBrowser, neutralPage, reader);
        await stubVoices(opened.page, ['vi-VN']);
        readers.push({ label: JSON.stringify(reader), ...opened });
      }
    });
    afterAll(() => Promise.all(readers.map(({ page }) => page.context().close())));

    /** Checks a state of a page for some of the readers. */
    async function checkFor(
      someReaders: typeof readers,
      url: string,
      enterState: (page: Page) => Promise<unknown>,
      leftOut: readonly string[] = [],
    ): Promise<void> {
      for (const { label, page, reports } of someReaders) {
        // Leave the page first: a URL that differs only in its fragment would not be loaded again.
        await page.goto(neutralPage);
        await page.goto(url);
        await enterState(page);
        expect(await accessibilityViolations(page, { leftOut }), label).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), label).toBe(0);
        expect(reports.splice(0), label).toEqual([]);
      }
    }

    // In contrast.test.ts every text of these pages has the contrast of level AAA, in all colour schemes. What else axe
    // looks at is the same markup for both readers, and the frame of every kind of page is seen by both.
    test.each(pageUrls.map(([kind, url], index) => [kind, url, index % 2] as const))(
      '%s, with all details open',
      (_, url, reader) => checkFor(readers.slice(reader, reader + 1), url, openAllDetails, ['color-contrast']),
    );

    // Each state is seen in light and in dark, narrow and wide.
    test.each(states.map((state, index) => [...state, index % 2 === 0 ? [0, 3] : [1, 2]] as const))(
      '%s',
      (_, url, enterState, some) =>
        checkFor(
          readers.filter((_, index) => some.includes(index)),
          url,
          enterState,
        ),
    );
  },
);
