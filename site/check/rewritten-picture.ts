import { rewrittenEncoding } from '#site/pictures/rewritten-encoding.ts';
import { maxPictureSize } from './photo-problems.ts';

/** In pixels: a picture whose longer side is not longer is only encoded anew. */
export const smallestLongSide = 1920;

/** In pixels: what the longer side of a picture may be reduced to. The build never needs more than the last. */
const longSides = [3840, 2560, smallestLongSide];

/** The same picture, upright and without metadata; undefined if it cannot be made as small as it should be. */
export async function rewrittenPicture(bytes: Buffer, reduce: boolean): Promise<Buffer | undefined> {
  const { default: sharp } = await import('sharp');
  const metadata = await sharp(bytes).metadata();
  const encoding = rewrittenEncoding(metadata);
  if (!encoding) return undefined;
  const encode = (longSide?: number) =>
    sharp(bytes)
      .autoOrient()
      .resize({ ...(longSide && { width: longSide, height: longSide }), fit: 'inside', withoutEnlargement: true })
      .keepIccProfile()
      .toFormat(...encoding)
      .toBuffer();
  if (!reduce) return await encode();
  const current = Math.max(metadata.width, metadata.height);
  for (const longSide of longSides.filter((side, index) => index === 0 || side < current)) {
    const smaller = await encode(longSide);
    if (smaller.length <= maxPictureSize) return smaller;
  }
  return undefined;
}
