import { BuildCache } from '#site/cache/build-cache.ts';
import { checkContent } from '#site/check/check-content.ts';
import type { Finding } from '#site/finding.ts';
import { readSettings } from '#site/settings.ts';

/** The instant at which the examples are checked. */
const now = '2026-11-23T08:00:00+07:00';

/**
 * The findings of the check on a content folder at `fixedTime`, with paths relative to the folder; `sitemap` is that of
 * the deployed site, `firstDeployed` what is known of its addresses.
 */
export async function checkFolder(
  folder: string,
  sitemap?: string,
  firstDeployed: Readonly<Record<string, string>> = {},
): Promise<Finding[]> {
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: now }, new Date(0));
  const deployed =
    sitemap === undefined ? undefined : { sitemaps: [{ path: 'sitemap.xml', sitemap }], firstDeployed, letGo: [] };
  const { errors, draftErrors, warnings } = await checkContent(settings, BuildCache.inMemory(), {
    deployed,
    findsDuplicates: true,
  });
  return [...errors, ...draftErrors, ...warnings].map((finding) => ({
    ...finding,
    path: finding.path.replace(`${folder}/`, ''),
    wrong: finding.wrong.replaceAll(`${folder}/`, ''),
    remedy: finding.remedy.replaceAll(`${folder}/`, ''),
  }));
}
