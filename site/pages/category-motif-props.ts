import type { MotifPictureProps } from '#layouts/components/motif-picture.ts';
import type { Category } from '#news/category.ts';
import { categoryMotif } from '#news/motif.ts';
import { motifDrawing, motifSize } from '#site/motif-drawing.ts';
import { type SiteContext, siteHref } from './site-context.ts';

/** The props of the drawn picture of a category, for `motifPicture`. */
export function categoryMotifProps(context: SiteContext, category: Category): MotifPictureProps {
  const { address } = motifDrawing(categoryMotif(category), context.content.organisation.colors);
  return { src: siteHref(context, address), ...motifSize };
}
