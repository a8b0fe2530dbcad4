import { hasPosition } from '#site/pictures/has-position.ts';
import { rewrittenEncoding } from '#site/pictures/rewritten-encoding.ts';

/** In pixels: no page shows a picture larger. */
const longSide = 2400;
/** Formats that a page can show as they are. */
const kept = ['jpeg', 'png', 'webp', 'gif'];

/** A picture for an article: upright, at most 2,400 pixels, without its place; undefined if it cannot be read. */
export async function webPicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const metadata = await sharp(bytes).metadata();
    const { format, width, height, orientation = 1 } = metadata;
    const isReady =
      kept.includes(format) && orientation === 1 && Math.max(width, height) <= longSide && !hasPosition(metadata);
    if (isReady) return bytes;
    const encoding =
      rewrittenEncoding(metadata) ?? (format === 'tiff' ? (['jpeg', { quality: 90 }] as const) : undefined);
    if (!encoding) return bytes;
    return await sharp(bytes)
      .autoOrient()
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .keepIccProfile()
      .toFormat(...encoding)
      .toBuffer();
  } catch {
    return undefined;
  }
}
