import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageTimeout } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { pageUrls, sharedBrowser } = await openServedSites();

/** The requests of a page until the network is idle, without the origin of the site, and the scripts in its HTML. */
async function requests(browserInstance: Browser, url: string): Promise<{ requested: string[]; scripts: string[] }> {
  const context = await browserInstance.newContext({ serviceWorkers: 'block' });
  context.setDefaultTimeout(pageTimeout);
  const requested: string[] = [];
  context.on('request', (request) => {
    // Pictures, fonts and media of the site are expected; the document is the page itself.
    if (!['document', 'image', 'font', 'media'].includes(request.resourceType()) || !request.url().startsWith(origin))
      requested.push(request.url().replace(origin, ''));
  });
  const { origin } = new URL(url);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));
  await context.close();
  return { requested, scripts: scripts.map((src) => src.replace(origin, '')) };
}

/** Requests for the search index without interaction, by kind of page: for suggestions or a query in the URL. */
const indexRequests: Readonly<Record<string, RegExp>> = {
  search: /^\/tim-kiem(\/|-tho\.js$)/,
  'not found': /^\/(tim-kiem|dia-chi-cu)(\/|-tho\.js$)/,
};

describe.runIf(sharedBrowser)('before any interaction', () => {
  test.each(pageUrls)('the %s page requests its scripts and nothing from another host', async (kind, url) => {
    if (!sharedBrowser) return;
    const { requested, scripts } = await requests(sharedBrowser, url);
    const rest = requested.filter(
      (address) => !indexRequests[kind]?.test(address) && !address.startsWith('/api/count/'),
    );
    expect(rest.toSorted()).toEqual(scripts.toSorted());
  });
});
