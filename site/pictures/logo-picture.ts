import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { HexColor } from '#news/color-contrast.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { picturesFolder } from './process-pictures.ts';

/** The logo of an organisation as the masthead and the share pictures show it: a PNG without transparent parts. */
export interface LogoPicture {
  readonly address: string;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** In pixels, the longer side: that of the share picture of a site, and more than twice that of the masthead. */
const logoSize = 168;

/**
 * The logo in a picture file. What is transparent gets the colour of light paper: on dark paper the logo stands on a
 * light ground, for which it was drawn.
 */
export async function logoPicture(file: string, paper: HexColor, cache: BuildCache): Promise<LogoPicture> {
  const original = await readFile(file);
  const key = hash('sha256', `${logoSize} ${paper} ${hash('sha256', original)}`);
  return cache.cached('logo', key, async () => {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(original)
      .autoOrient()
      .resize(logoSize, logoSize, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: paper })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer({ resolveWithObject: true });
    const address = `${picturesFolder}bieu-trung-${key.slice(0, 12)}.png`;
    return { address, bytes: data, width: info.width, height: info.height };
  });
}
