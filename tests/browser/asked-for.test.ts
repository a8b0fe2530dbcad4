import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allKinds, browser } from './served-sites.ts';

/** Every address a page asks for until it is quiet, of this host without it, and the scripts it names; the worker asks for itself. */
async function requests(opened: Browser, url: string): Promise<{ asked: string[]; named: string[] }> {
  const context = await opened.newContext({ serviceWorkers: 'block' });
  const asked: string[] = [];
  context.on('request', (request) => {
    // Pictures and fonts are named where they are shown, the document is the page.
    if (!['document', 'image', 'font', 'media'].includes(request.resourceType()) || !request.url().startsWith(origin))
      asked.push(request.url().replace(origin, ''));
  });
  const { origin } = new URL(url);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const named = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));
  await context.close();
  return { asked, named: named.map((src) => src.replace(origin, '')) };
}

/** What scripts ask for before a reader does anything, by kind: what the address may have meant, or is looked for. */
const looksUp: Readonly<Record<string, RegExp>> = {
  search: /^\/tim-kiem(\/|-tho\.js$)/,
  'not found': /^\/(tim-kiem|dia-chi-cu)(\/|-tho\.js$)/,
};

describe.runIf(browser)('before a reader does anything', () => {
  test.each(allKinds)(
    'the %s page asks for the scripts it names and for nothing of another host',
    async (kind, url) => {
      if (!browser) return;
      const { asked, named } = await requests(browser, url);
      const rest = asked.filter((address) => !looksUp[kind]?.test(address) && !address.startsWith('/api/count/'));
      expect(rest.toSorted()).toEqual(named.toSorted());
    },
  );
});
