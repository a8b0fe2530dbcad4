import { join } from 'node:path';
import { deskAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { SiteColors } from '#news/site-colors.ts';
import { projectRoot, type Settings } from '#site/settings.ts';
import { bundleScripts } from './bundle-scripts.ts';
import { contentSecurityPolicy, policyText, savedArticlePolicy } from './headers.ts';
import { pageStyles } from './page-styles.ts';
import { isOfflineReadingEnabled, serviceWorkerAddress } from './service-worker.ts';
import type { StaticFile } from './static-file.ts';
import { savedArticleStylesheet, scriptStylesheet } from './stylesheet.ts';
import { webAppAddresses, webAppFiles } from './web-app.ts';

/**
 * What is inline in pages: the styles, each with the policy that allows it, and the script that restores the text size and
 * the contrast a reader chose, before the first paint.
 */
export async function inlineAssets(organisation: Organisation, base: string) {
  const choicesScript = (await bundleScripts(['restore-choices.ts'])).trim();
  const styles = (await pageStyles(organisation, base)).map((style) => ({
    ...style,
    csp: policyText(contentSecurityPolicy([style.css], choicesScript), 'meta'),
  }));
  return { styles, choicesScript };
}

export const searchScriptAddress = '/tim-kiem.js';
export const documentRegisterScriptAddress = '/van-ban.js';
export const galleryScriptAddress = '/bo-anh.js';
export const similarPagesScriptAddress = '/gan-giong.js';
export const articleScriptAddress = '/bai-viet.js';
export const copyScriptAddress = '/sao-chep.js';
export const tablesScriptAddress = '/bang.js';
/** The script of every page. */
export const siteScriptAddress = '/trang.js';

const scripts = [
  { address: searchScriptAddress, entry: 'search.ts' },
  { address: '/tim-kiem-tho.js', entry: 'search-worker.ts' },
  { address: documentRegisterScriptAddress, entry: 'document-register.ts' },
  { address: galleryScriptAddress, entry: 'gallery.ts' },
  { address: similarPagesScriptAddress, entry: 'nearby.ts' },
  { address: articleScriptAddress, entry: 'article.ts' },
  { address: copyScriptAddress, entry: 'copy-feeds.ts' },
  { address: tablesScriptAddress, entry: 'tables.ts' },
  { address: '/dia-chi-cu.js', entry: 'old-address.ts' },
  { address: '/luu-bai.js', entry: 'save-article.ts' },
  { address: '/ma-qr.js', entry: 'print-code.ts' },
  { address: '/doc-bai.js', entry: 'read-aloud.ts' },
];

/** The font of the headings. */
export const fontAddress = '/chu/tieu-de-700.woff2';

/** The addresses that the site's own files occupy, independent of its content. */
export const reservedAddresses = [
  siteScriptAddress,
  serviceWorkerAddress,
  ...scripts.map(({ address }) => address),
  ...webAppAddresses,
  '/_headers',
  deskAddress,
].map((address) => ({
  address,
  source: 'assets/',
}));

/** Scripts, the font, icons and the web app manifest, at fixed addresses. */
export async function staticFiles(organisation: Organisation, settings: Settings): Promise<StaticFile[]> {
  return [
    ...(await scriptFiles(organisation.colors, {
      counter: organisation.counter,
      offline: isOfflineReadingEnabled(organisation, settings),
    })),
    ...(await webAppFiles(organisation, settings)),
    {
      address: fontAddress,
      source: 'assets/fonts/heading-700.woff2',
      from: join(projectRoot, 'assets', 'fonts', 'heading-700.woff2'),
    },
  ];
}

/** The scripts of pages; those for the visit counter and for offline reading only if these are enabled. */
export async function scriptFiles(
  colors: SiteColors,
  enabled: { readonly counter: boolean; readonly offline: boolean },
): Promise<StaticFile[]> {
  const parts = ['site.ts', ...(enabled.counter ? ['visits.ts'] : []), ...(enabled.offline ? ['offline.ts'] : [])];
  const [savedStyle, listeningStyle, viewerStyle] = await Promise.all([
    savedArticleStylesheet(colors),
    scriptStylesheet('listening', colors),
    scriptStylesheet('viewer', colors),
  ]);
  const constants = { savedStyle, savedPolicy: savedArticlePolicy(savedStyle), listeningStyle, viewerStyle };
  return [
    {
      address: siteScriptAddress,
      source: 'assets/js/site.ts',
      bytes: await bundleScripts(parts),
    },
    ...(await Promise.all(
      scripts.map(async ({ address, entry }) => ({
        address,
        source: `assets/js/${entry}`,
        bytes: await bundleScripts([entry], constants),
      })),
    )),
  ];
}
