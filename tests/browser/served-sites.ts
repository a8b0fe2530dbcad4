import { afterAll, inject } from 'vitest';
import { openBrowser } from '#bench/browser/open-browser.ts';
import { fixturePages } from '#bench/browser/page-kinds.ts';
import { serveFolder } from '#bench/browser/serve-folder.ts';

/** The browser of this test file, closed after its tests. */
export const sharedBrowser = await openBrowser();

const sites = {
  newsroom: await serveFolder(inject('newsroomDir')),
  union: await serveFolder(inject('unionDir')),
  'every-state': await serveFolder(inject('everyStateDir')),
};

/** The origins of the served fixture sites. */
export const newsroomOrigin = sites.newsroom.origin;
export const everyStateOrigin = sites['every-state'].origin;

/** A page of each kind: [kind, URL]. */
export const pageUrls: readonly (readonly [kind: string, url: string])[] = fixturePages.map(
  ({ site, kind, address }) => [kind, sites[site].origin + address],
);

afterAll(async () => {
  await sharedBrowser?.close();
  for (const { close } of Object.values(sites)) await close();
});
