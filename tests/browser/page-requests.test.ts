import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { pageUrls, sharedBrowser } = await openServedSites();

/** Requests for the search index without interaction, by kind of page: for suggestions or a query in the URL. */
const indexRequests: Readonly<Record<string, RegExp>> = {
  search: /^\/tim-kiem(\/|-tho\.js$)/,
  'not found': /^\/(tim-kiem|dia-chi-cu)(\/|-tho\.js$)/,
};

describe.runIf(sharedBrowser)('before any interaction', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(sharedBrowser, 'about:blank'));
    // Pages with routes have no HTTP cache: every load is a first one.
    await page.route('**', (route) => route.continue());
  });
  afterAll(() => page?.context().close());

  test.each(pageUrls)('the %s page requests its scripts and nothing from another host', async (kind, url) => {
    const { origin } = new URL(url);
    const requested: string[] = [];
    const note = (request: Request) => {
      // Pictures, fonts and media of the site are expected; the document is the page itself.
      if (!['document', 'image', 'font', 'media'].includes(request.resourceType()) || !request.url().startsWith(origin))
        requested.push(request.url().replace(origin, ''));
    };
    page.on('request', note);
    await page.goto(url, { waitUntil: 'networkidle' });
    page.off('request', note);
    const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));
    const rest = requested.filter(
      (address) => !indexRequests[kind]?.test(address) && !address.startsWith('/api/count/'),
    );
    expect(rest.toSorted()).toEqual(scripts.map((src) => src.replace(origin, '')).toSorted());
  });
});
