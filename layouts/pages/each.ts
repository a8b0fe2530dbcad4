import type { Page } from '../page.ts';

/** Eleventy's data for a template that prints one file per page of its collection. */
export function each(view: string) {
  return {
    pagination: { data: `collections.${view}`, size: 1, alias: 'entry' },
    permalink: ({ entry }: Entry<unknown>) => entry.file,
    eleventyExcludeFromCollections: true,
  };
}

/** What Eleventy hands to such a template. */
export interface Entry<Props> {
  readonly entry: Page<Props>;
}
