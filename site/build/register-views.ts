import type UserConfig from '@11ty/eleventy/UserConfig';
import { paginatedTemplate } from '#layouts/eleventy/paginated-template.ts';
import { views } from '#layouts/eleventy/views.ts';
import type { RenderablePage } from '#layouts/page.ts';
import type { Page as SitePage } from '#site/pages/page.ts';
import type { SitePages } from '#site/pages/site-pages.ts';

type PropsOf<Pages> = Pages extends readonly SitePage<infer Props>[] ? Props : never;

// A kind of page without a view is a compile error.
views satisfies { [View in keyof SitePages]: (props: PropsOf<SitePages[View]>) => string };

/** The folder that Eleventy reads: it holds no template file, since every view is a virtual template. */
export const eleventyInput = 'layouts/eleventy';

/**
 * Registers every view with Eleventy as a virtual template that renders a collection, one file per page. Template files
 * would be imported anew at each render, and Node never unloads a module.
 */
export function registerViews(
  eleventyConfig: UserConfig,
  pagesOf: (view: string) => readonly RenderablePage<unknown>[],
): void {
  // On a busy machine Eleventy would otherwise print how long its own transforms took.
  eleventyConfig.benchmarkManager.getBenchmarkGroup('Configuration').setIsVerbose(false);
  eleventyConfig.setTemplateFormats(['11ty.js']);
  for (const [view, render] of Object.entries(views)) {
    eleventyConfig.addCollection(view, () => pagesOf(view));
    eleventyConfig.addTemplate(`${view}.11ty.js`, paginatedTemplate(view, render));
  }
}
