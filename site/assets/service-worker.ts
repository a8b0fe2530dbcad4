import { articleAddress, homeAddress, offlineAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { Settings } from '#site/settings.ts';
import { bundleScripts } from './bundle-scripts.ts';
import type { StaticFile } from './static-file.ts';

export const serviceWorkerAddress = '/sw.js';

/** How many of the latest articles are precached. */
const precachedArticles = 10;

/** Whether browsers cache pages for offline reading; never in a preview, which only editors may see. */
export function isOfflineReadingEnabled({ offline }: Organisation, { preview }: Settings): boolean {
  return offline && !preview;
}

/** The pages that are precached: the home page and the latest articles. */
export function precachedPageAddresses({ listed }: VisibleContent): string[] {
  return [homeAddress, ...listed.articles.slice(0, precachedArticles).map(({ slug }) => articleAddress(slug))];
}

/** The service worker for offline reading with the addresses it precaches, or, if disabled, the one that removes it. */
export async function serviceWorkerFile(
  isEnabled: boolean,
  pages: readonly string[],
  scripts: readonly string[],
): Promise<StaticFile> {
  const entry = isEnabled ? 'service-worker.ts' : 'stop-offline.ts';
  return {
    address: serviceWorkerAddress,
    source: `assets/js/${entry}`,
    bytes: await bundleScripts([entry], {
      latestAddresses: pages.join('\n'),
      essentialAddresses: [offlineAddress, ...scripts].join('\n'),
    }),
  };
}
