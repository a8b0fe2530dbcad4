import type { Category } from '#news/category.ts';
import { categoryMotif } from '#news/motif.ts';
import type { SiteColors } from '#news/site-colors.ts';
import { motifDrawing } from '#site/motif-drawing.ts';
import type { StaticFile } from './static-file.ts';

/** The drawings of the categories that there are, in the colours of a site. */
export function motifFiles(categories: readonly Category[], colors: SiteColors): StaticFile[] {
  return [...new Set(categories.map(categoryMotif))].map((motif) => {
    const { svg, address } = motifDrawing(motif, colors);
    return { address, source: `assets/motifs/${motif}.svg`, bytes: svg, key: address };
  });
}
