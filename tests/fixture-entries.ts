import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { checkContent } from '#site/check/check-content.ts';
import { searchAbbreviations } from '#site/search/index-files.ts';
import { searchEntries } from '#site/search/search-entries.ts';
import { readSettings } from '#site/settings.ts';

/** The search entries and the abbreviations of the fixture newsroom. */
export async function fixtureEntries(): Promise<{
  entries: readonly SearchEntry[];
  abbreviations: readonly SearchAbbreviation[];
}> {
  const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime }, new Date());
  const { site } = await checkContent(settings);
  if (!site) throw new Error('The fixture newsroom could not be read.');
  const { content } = site.context;
  return { entries: searchEntries(content), abbreviations: searchAbbreviations(content) };
}
