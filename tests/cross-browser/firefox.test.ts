import { afterAll, describe } from 'vitest';
import { openFirefox } from './open-firefox.ts';
import { serveWatchedSites } from './serve-watched-sites.ts';
import { testOffline } from './test-offline.ts';
import { testPages } from './test-pages.ts';
import { testTools } from './test-tools.ts';

// One process for all tests: it takes longer to start than most of them.
const firefox = await openFirefox();
const sites = await serveWatchedSites();
afterAll(() => firefox?.close());

describe(firefox?.name ?? 'Firefox', () => {
  testPages(firefox, sites);
  testTools(firefox, sites);
  testOffline(firefox);
});
