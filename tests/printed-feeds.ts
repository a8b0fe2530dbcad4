import { fixedTime } from '#bench/fixtures/run-build.ts';
import { views } from '#layouts/eleventy/views.ts';
import type { PrintedFeed } from '#layouts/feeds/feed.ts';
import type { Page } from '#layouts/page.ts';
import { openSite } from '#site/build/open-site.ts';
import { checkedSite } from '#site/check/checked-site.ts';
import { readSettings } from '#site/settings.ts';

/** Every feed of a content folder as it is printed, by its file; made without Eleventy. */
export async function printedFeeds(
  folder: string,
  knobs: Readonly<Record<string, string>> = {},
): Promise<Map<string, string>> {
  const env = { CONTENT_DIR: folder, SITE_URL: 'https://example.org', BUILD_TIME: fixedTime, ...knobs };
  const site = await openSite(await checkedSite(readSettings(env, new Date(0))));
  const feeds = (site.views.get('feed') ?? []) as readonly Page<PrintedFeed>[];
  return new Map(feeds.map((entry) => [entry.file, views.feed(entry.props())]));
}
