import { fixedTime } from '#bench/fixtures/run-script.ts';
import { buildSite } from '#site/build/build-site.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import { readSettings } from '#site/settings.ts';

/**
 * Builds a content folder into an output folder, in this process and without a saved cache. The environment may not set
 * TZ. Throws a ContentError or a SettingsError.
 */
export async function buildFolder(
  content: string,
  output: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime, ...environment };
  const settings = readSettings({ ...env, CONTENT_DIR: content, OUTPUT_DIR: output }, new Date(0));
  await buildSite(settings, BuildCache.inMemory(), new OutputRecord(), () => {});
}
