import type { Page } from '../page.ts';

/** What Eleventy hands to a template that prints one file per page of its collection; whose props they are it does not know. */
interface Entry {
  readonly entry: Page<never>;
}

/** A template of Eleventy's: prints one file per page of the collection of a name. */
export function each(collection: string, print: (props: never) => string) {
  return {
    data: {
      pagination: { data: `collections.${collection}`, size: 1, alias: 'entry' },
      permalink: ({ entry }: Entry) => entry.file,
      eleventyExcludeFromCollections: true,
    },
    render({ entry }: Entry): string {
      try {
        return print(entry.props());
      } catch (error) {
        // Eleventy names the template alone, which ten thousand pages have in common.
        throw new Error(`${entry.file} cannot be printed.`, { cause: error });
      }
    },
  };
}
