import type UserConfig from '@11ty/eleventy/UserConfig';
import { openSite, type Site } from '#site/open-site.ts';
import { readSettings } from '#site/settings.ts';
import { writeStaticFiles } from '#site/static-files.ts';

/** Tells Eleventy of a site: each view of layouts/pages/ prints one collection, one file per entry. */
export function register(eleventyConfig: UserConfig, { views, files }: Pick<Site, 'views' | 'files'>): void {
  eleventyConfig.addExtension('11ty.ts', { key: '11ty.js' });
  eleventyConfig.setTemplateFormats(['11ty.ts']);
  for (const [view, pages] of views) eleventyConfig.addCollection(view, () => pages);
  eleventyConfig.on('eleventy.after', ({ directories }: { directories: { output: string } }) =>
    writeStaticFiles(files, directories.output),
  );
}

export default async function (eleventyConfig: UserConfig) {
  const settings = readSettings(process.env, new Date());
  const site = await openSite(settings);
  register(eleventyConfig, site);
  eleventyConfig.on('eleventy.after', ({ directories }: { directories: { output: string } }) =>
    site.writeIndex(directories.output),
  );
  return { dir: { input: 'layouts/pages', output: settings.outputDir } };
}
