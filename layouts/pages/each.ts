import { type FrameProps, frame } from '../frame.ts';
import type { Html } from '../html.ts';
import type { Page } from '../page.ts';

/** What Eleventy hands to a template that prints one file per page of its collection. */
export interface Entry<Props> {
  readonly entry: Page<Props>;
}

/** Eleventy's data for such a template. */
export function each(view: string) {
  return {
    pagination: { data: `collections.${view}`, size: 1, alias: 'entry' },
    permalink: ({ entry }: Entry<unknown>) => entry.file,
    eleventyExcludeFromCollections: true,
  };
}

/** Prints a view inside the frame of the site. */
export function framed<Props extends FrameProps>(view: (props: Props) => Html) {
  return ({ entry }: Entry<Props>): string => {
    const props = entry.props();
    return frame(props, view(props));
  };
}
