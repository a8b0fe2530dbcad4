import { afterAll, describe } from 'vitest';
import { openWebKit } from './open-webkit.ts';
import { serveWatchedSites } from './serve-watched-sites.ts';
import { testOffline } from './test-offline.ts';
import { testPages } from './test-pages.ts';
import { testTools } from './test-tools.ts';

const webKit = await openWebKit();
const sites = await serveWatchedSites();
afterAll(() => webKit?.close());

describe(webKit?.name ?? 'WebKitGTK', () => {
  testPages(webKit, sites);
  testTools(webKit, sites);
  testOffline(webKit);
});
