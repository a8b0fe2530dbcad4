import type { RenderablePage } from '../page.ts';

/** Eleventy's data for one page of a paginated template; the type of its props is not known here. */
interface TemplateData {
  readonly entry: RenderablePage<never>;
}

/** An Eleventy template that renders one file per page of a collection. */
export function paginatedTemplate(collection: string, view: (props: never) => string) {
  return {
    data: {
      pagination: { data: `collections.${collection}`, size: 1, alias: 'entry' },
      permalink: ({ entry }: TemplateData) => entry.file,
      eleventyExcludeFromCollections: true,
    },
    render({ entry }: TemplateData): string {
      try {
        return view(entry.props());
      } catch (error) {
        // Eleventy names only the template, which ten thousand pages may share.
        throw new Error(`${entry.file} cannot be printed.`, { cause: error });
      }
    },
  };
}
