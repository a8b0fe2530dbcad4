import { join } from 'node:path';
import { CounterSettingsError, readCounterSettings } from '#counter/node/counter-settings.ts';
import { type OpenCounter, openCounter } from '#counter/node/open-counter.ts';
import { projectRoot } from '#site/settings.ts';

/**
 * Opens the counter of the site in a folder, in this process; if that fails, prints a warning and returns undefined:
 * the site works without it. Throws a CounterSettingsError for an invalid environment variable.
 */
export function openSiteCounter(
  outputDir: string,
  env: Readonly<Record<string, string | undefined>>,
): OpenCounter | undefined {
  const settings = readCounterSettings({ COUNTER_SITEMAP: join(outputDir, 'sitemap.xml'), ...env }, projectRoot);
  try {
    return openCounter(settings, (sentence) => console.error(sentence));
  } catch (error) {
    const reason = error instanceof CounterSettingsError ? error.message : String(error);
    console.error(`LƯU Ý: trang chạy mà không đếm lượt truy cập. ${reason}`);
    return undefined;
  }
}
