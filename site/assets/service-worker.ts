import { articleAddress, homeAddress, offlineAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { Settings } from '#site/settings.ts';
import { bundleScripts } from './bundle-scripts.ts';
import type { StaticFile } from './static-file.ts';

export const serviceWorkerAddress = '/sw.js';

/** How many of the latest articles are fetched ahead. */
const latestArticles = 10;

/** Whether browsers cache pages for offline reading; never in a preview, which only editors may see. */
export function isOfflineReadingEnabled({ offline }: Organisation, { preview }: Settings): boolean {
  return offline && !preview;
}

/** The pages that are fetched ahead: the home page and the latest articles. */
export function latestPageAddresses({ listed }: VisibleContent): string[] {
  return [homeAddress, ...listed.articles.slice(0, latestArticles).map(({ slug }) => articleAddress(slug))];
}

/** The service worker for offline reading with the addresses it fetches ahead, or, if disabled, the one that removes it. */
export async function serviceWorkerFile(
  isEnabled: boolean,
  pages: readonly string[],
  articleScript: string,
): Promise<StaticFile> {
  const entry = isEnabled ? 'service-worker.ts' : 'stop-offline.ts';
  return {
    address: serviceWorkerAddress,
    source: `assets/js/${entry}`,
    bytes: await bundleScripts([entry], {
      ...{ offlineAddress, articleScript },
      latestAddresses: pages.join('\n'),
    }),
  };
}
