import type UserConfig from '@11ty/eleventy/UserConfig';
import type { Page } from '#layouts/page.ts';
import { each } from '#layouts/pages/each.ts';
import { views } from '#layouts/pages/views.ts';
import { openSite } from '#site/build/open-site.ts';
import { writeStaticFiles } from '#site/build/static-files.ts';
import { Memory } from '#site/cache/memory.ts';
import { noOutputs } from '#site/cache/outputs.ts';
import { checkedSite } from '#site/check/checked-site.ts';
import type { Page as SitePage } from '#site/pages/page.ts';
import type { SitePages } from '#site/pages/site-pages.ts';
import { siteIndex } from '#site/search/site-index.ts';
import { readSettings } from '#site/settings.ts';

type PropsOf<Pages> = Pages extends readonly SitePage<infer Props>[] ? Props : never;

// Whoever adds a kind of page adds what prints it.
views satisfies { [View in keyof SitePages]: (props: PropsOf<SitePages[View]>) => string };

/**
 * Tells Eleventy of the views: each prints a collection, one file per entry. They are no files of Eleventy's own, for it
 * loads those anew whenever it prints, and Node forgets no module.
 */
export function register(eleventyConfig: UserConfig, pagesOf: (view: string) => readonly Page<unknown>[]): void {
  eleventyConfig.setTemplateFormats(['11ty.js']);
  for (const [view, print] of Object.entries(views)) {
    eleventyConfig.addCollection(view, () => pagesOf(view));
    eleventyConfig.addTemplate(`${view}.11ty.js`, each(view, print));
  }
}

export default async function (eleventyConfig: UserConfig) {
  const settings = readSettings(process.env, new Date());
  const checked = await checkedSite(settings);
  const site = await openSite(checked);
  register(eleventyConfig, (view) => site.views.get(view) ?? []);
  eleventyConfig.on('eleventy.after', ({ directories }: { directories: { output: string } }) => {
    const { newsroom } = checked.desk;
    return siteIndex(newsroom, settings, Memory.empty(), noOutputs, directories.output, async () => {
      writeStaticFiles(site.files, directories.output);
    });
  });
  return { dir: { input: 'layouts/pages', output: settings.outputDir } };
}
