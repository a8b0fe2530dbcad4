import { join } from 'node:path';
import type { Organisation } from '#news/organisation.ts';
import { root, type Settings } from '#site/settings.ts';
import { bundled } from './bundled.ts';
import { savedPolicy } from './headers.ts';
import { keepsPages, workerAddress } from './service-worker.ts';
import type { StaticFile } from './static-file.ts';
import { savedStylesheet } from './stylesheet.ts';
import { webAppAddresses, webAppFiles } from './web-app.ts';

/** The inline script that restores the text size and contrast a reader chose before the first paint, minified. */
export async function choicesScript(): Promise<string> {
  return (await bundled(['restore-choices.ts'])).trim();
}

export const searchScriptAddress = '/tim-kiem.js';
export const registerScriptAddress = '/van-ban.js';
export const galleryScriptAddress = '/bo-anh.js';
export const nearbyScriptAddress = '/gan-giong.js';
export const articleScriptAddress = '/bai-viet.js';
export const copyScriptAddress = '/sao-chep.js';
export const tablesScriptAddress = '/bang.js';
export const offlineScriptAddress = '/khong-co-mang.js';
/** The script of every page. */
export const siteScriptAddress = '/trang.js';
/** What articles that are kept ahead, and the page without a network, need. */
export const essentialScripts = [siteScriptAddress, articleScriptAddress, offlineScriptAddress];

const scripts = [
  { address: searchScriptAddress, entry: 'search.ts' },
  { address: '/tim-kiem-tho.js', entry: 'search-worker.ts' },
  { address: registerScriptAddress, entry: 'document-register.ts' },
  { address: galleryScriptAddress, entry: 'gallery.ts' },
  { address: nearbyScriptAddress, entry: 'nearby.ts' },
  { address: articleScriptAddress, entry: 'article.ts' },
  { address: copyScriptAddress, entry: 'copy.ts' },
  { address: tablesScriptAddress, entry: 'tables.ts' },
  { address: offlineScriptAddress, entry: 'offline-page.ts' },
  { address: '/dia-chi-cu.js', entry: 'old-address.ts' },
  { address: '/luu-bai.js', entry: 'save-article.ts' },
  { address: '/ma-qr.js', entry: 'print-code.ts' },
  { address: '/doc-bai.js', entry: 'read-aloud.ts' },
];

const fontsFolder = '/chu/';
const fontFiles = ['vietnamese', 'latin'].map((subset) => `source-serif-4-${subset}-700-normal.woff2`);

/** The fonts of the headings. */
export const fontAddresses = fontFiles.map((name) => `${fontsFolder}${name}`);

/** Where the site's own files lie, whatever its content. */
export const fixedFiles = [
  siteScriptAddress,
  workerAddress,
  ...scripts.map(({ address }) => address),
  ...webAppAddresses,
  '/_headers',
].map((address) => ({
  address,
  source: 'assets/',
}));

/** Scripts, fonts, icons and manifest, at fixed addresses. */
export async function staticFiles(organisation: Organisation, settings: Settings): Promise<StaticFile[]> {
  return [
    ...(await scriptFiles({ counter: organisation.counter, offline: keepsPages(organisation, settings) })),
    ...(await webAppFiles(organisation, settings)),
    ...fontFiles.map((name) => ({
      address: `${fontsFolder}${name}`,
      source: '@fontsource/source-serif-4',
      from: join(root, 'node_modules', '@fontsource', 'source-serif-4', 'files', name),
    })),
  ];
}

/** The scripts of pages; what counts, and what keeps pages, only where that is done. */
export async function scriptFiles(does: {
  readonly counter: boolean;
  readonly offline: boolean;
}): Promise<StaticFile[]> {
  const parts = ['site.ts', ...(does.counter ? ['visits.ts'] : []), ...(does.offline ? ['offline.ts'] : [])];
  const savedStyle = await savedStylesheet();
  const texts = { savedStyle, savedPolicy: savedPolicy(savedStyle) };
  return [
    {
      address: siteScriptAddress,
      source: 'assets/js/site.ts',
      bytes: await bundled(parts),
    },
    ...(await Promise.all(
      scripts.map(async ({ address, entry }) => ({
        address,
        source: `assets/js/${entry}`,
        bytes: await bundled([entry], texts),
      })),
    )),
  ];
}
