import { join } from 'node:path';
import { CounterSettingsError, readCounterSettings } from '#counter/node/counter-settings.ts';
import { type OpenCounter, openCounter } from '#counter/node/open-counter.ts';
import { root } from '#site/settings.ts';

/**
 * The counter of the site in a folder, in this process; one that cannot be opened is told of and left out, since the
 * site is read all the same. Throws a CounterSettingsError for a knob that is set wrongly.
 */
export function openSiteCounter(
  outputDir: string,
  knobs: Readonly<Record<string, string | undefined>>,
): OpenCounter | undefined {
  const settings = readCounterSettings({ COUNTER_SITEMAP: join(outputDir, 'sitemap.xml'), ...knobs }, root);
  try {
    return openCounter(settings, (sentence) => console.error(sentence));
  } catch (error) {
    const why = error instanceof CounterSettingsError ? error.message : String(error);
    console.error(`LƯU Ý: trang chạy mà không đếm lượt truy cập. ${why}`);
    return undefined;
  }
}
