import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { pageUrls, sharedBrowser } = await openServedSites();

const engine = readFileSync(join(projectRoot, 'node_modules', 'accessibility-checker-engine', 'ace.js'), 'utf8');

/** What IBM's engine is sure about; what it only asks a person to look at is left out. */
function violations(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
    return results
      .filter(({ value }) => value.join() === 'VIOLATION,FAIL')
      .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet);
  })()`);
}

describe.runIf(sharedBrowser)(
  "IBM's Equal Access engine finds no violation of WCAG 2.2 on a page, with all details open:",
  () => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openPage(sharedBrowser, 'about:blank', { width: 1440 }));
    });
    afterAll(() => page?.context().close());

    test.each(pageUrls)('%s', async (_, url) => {
      await page.goto(url);
      // Evaluated through DevTools, so the page's Content-Security-Policy need not allow it.
      await page.evaluate(`${engine}; globalThis.ace = ace; undefined`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await violations(page)).toEqual([]);
    });
  },
);
