import { fixedTime } from '#bench/fixtures/run-script.ts';
import { views } from '#layouts/eleventy/views.ts';
import type { FeedInFormatProps } from '#layouts/feeds/feed.ts';
import type { RenderablePage } from '#layouts/page.ts';
import { planSite } from '#site/build/plan-site.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { readSettings } from '#site/settings.ts';

/** Renders every feed of a content folder without Eleventy: file → text. */
export async function renderFeedFiles(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Map<string, string>> {
  const env = { CONTENT_DIR: folder, SITE_URL: 'https://example.org', BUILD_TIME: fixedTime, ...environment };
  const site = await planSite(await readCheckedSite(readSettings(env, new Date(0))));
  const feeds = (site.pagesByView.get('feed') ?? []) as readonly RenderablePage<FeedInFormatProps>[];
  return new Map(feeds.map((feed) => [feed.file, views.feed(feed.props())]));
}
