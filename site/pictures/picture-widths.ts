/** The widths of the variants of a picture, in pixels. */
export const pictureWidths = [480, 960, 1440];

/** From this ratio on, a picture between two widths also gets a variant of its own width: the default of eleventy-img. */
const minimumRatio = 1.25;

/** The width of the largest variant of a picture. */
export function largestPictureWidth(width: number): number {
  const largest = pictureWidths.findLast((variant) => variant <= width);
  if (largest === undefined) return width;
  return largest === pictureWidths.at(-1) || width <= Math.floor(largest * minimumRatio) ? largest : width;
}
