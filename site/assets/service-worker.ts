import { articleAddress, homeAddress, offlineAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Organisation } from '#news/organisation.ts';
import type { Settings } from '#site/settings.ts';
import { bundled } from './bundled.ts';
import type { StaticFile } from './static-file.ts';

export const workerAddress = '/sw.js';

/** How many articles are kept before anybody opens them. */
const latest = 10;

/** Whether browsers keep pages for when there is no network; those of a preview are for editors' eyes. */
export function keepsPages({ offline }: Organisation, { preview }: Settings): boolean {
  return offline && !preview;
}

/** The pages that are kept before anybody opens them: home, and the articles published last. */
export function latestAddresses({ announced }: Newsroom): string[] {
  return [homeAddress, ...announced.articles.slice(0, latest).map(({ slug }) => articleAddress(slug))];
}

/**
 * The worker that keeps pages, or the one that ends it. Of the news it holds the addresses of the latest pages alone;
 * `scripts` are those the page without a network needs.
 */
export async function workerFile(
  keeps: boolean,
  latestPages: readonly string[],
  scripts: readonly string[],
): Promise<StaticFile> {
  const entry = keeps ? 'service-worker.ts' : 'stop-offline.ts';
  return {
    address: workerAddress,
    source: `assets/js/${entry}`,
    bytes: await bundled([entry], {
      latestAddresses: latestPages.join('\n'),
      essentialAddresses: [offlineAddress, ...scripts].join('\n'),
    }),
  };
}
