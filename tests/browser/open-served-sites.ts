import type { Browser } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { fixturePages } from '#bench/browser/page-kinds.ts';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { connectBrowser } from './connect-browser.ts';

/** A browser and the fixture sites, served for one test file. */
export interface ServedSites {
  /** Undefined where no browser starts. */
  readonly sharedBrowser: Browser | undefined;
  /** The origins of the served fixture sites. */
  readonly newsroomOrigin: string;
  readonly everyStateOrigin: string;
  /** A page of each kind: [kind, URL]. */
  readonly pageUrls: readonly (readonly [kind: string, url: string])[];
}

/** Connects to the browser and serves the fixture sites until the tests of the calling file have ended. */
export async function openServedSites(): Promise<ServedSites> {
  const sharedBrowser = await connectBrowser();
  const sites = {
    newsroom: await serveFolder(inject('newsroomDir')),
    union: await serveFolder(inject('unionDir')),
    'every-state': await serveFolder(inject('everyStateDir')),
  };
  afterAll(async () => {
    await sharedBrowser?.close();
    for (const { close } of Object.values(sites)) await close();
  });
  return {
    sharedBrowser,
    newsroomOrigin: sites.newsroom.origin,
    everyStateOrigin: sites['every-state'].origin,
    pageUrls: fixturePages.map(({ site, kind, address }) => [kind, sites[site].origin + address]),
  };
}
