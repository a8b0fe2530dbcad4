import type UserConfig from '@11ty/eleventy/UserConfig';
import { writeStaticFiles } from '#site/assets/static-file.ts';
import { planSite } from '#site/build/plan-site.ts';
import { eleventyInput, registerViews } from '#site/build/register-views.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { buildSearchIndex } from '#site/search/build-search-index.ts';
import { readSettings } from '#site/settings.ts';

/**
 * The whole site for Eleventy's own command line: `npx @11ty/eleventy --config=.eleventy.ts`. The pages are those of
 * `npm run build`, which does the same through site/build/build-site.ts, but renders only what has changed.
 */
export default async function (eleventyConfig: UserConfig) {
  const settings = readSettings(process.env, new Date());
  const checked = await readCheckedSite(settings);
  const site = await planSite(checked);
  registerViews(eleventyConfig, (view) => site.pagesByView.get(view) ?? []);
  eleventyConfig.on('eleventy.after', ({ directories }: { directories: { output: string } }) => {
    writeStaticFiles(site.files, directories.output);
    return buildSearchIndex(checked.context.content, settings, directories.output);
  });
  return { dir: { input: eleventyInput, output: settings.outputDir } };
}
