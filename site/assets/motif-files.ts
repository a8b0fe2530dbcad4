import type { Category } from '#news/category.ts';
import { categoryMotif } from '#news/motif.ts';
import { motifDrawing } from '#site/motif-drawing.ts';
import type { StaticFile } from './static-file.ts';

/** The drawings of the categories that there are. */
export function motifFiles(categories: readonly Category[]): StaticFile[] {
  return [...new Set(categories.map(categoryMotif))].map((motif) => {
    const { svg, address } = motifDrawing(motif);
    return { address, source: `assets/motifs/${motif}.svg`, bytes: svg, key: address };
  });
}
