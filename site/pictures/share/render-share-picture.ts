import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import sharp from 'sharp';
import { projectRoot } from '#site/settings.ts';
import {
  alphabets,
  pngOptions,
  type SharePictureProps,
  sharePictureElement,
  sharePictureSize,
  titleHeight,
  titleSizes,
} from './share-picture-element.ts';

const fontFolder = join(projectRoot, 'node_modules', '@fontsource', 'source-serif-4', 'files');

/** The font of the site's headings, one file per alphabet. */
const fonts = await Promise.all(
  alphabets.map(async (alphabet) => ({
    name: `Source Serif ${alphabet}`,
    weight: 700 as const,
    data: await readFile(join(fontFolder, `source-serif-4-${alphabet}-700-normal.woff2`)),
  })),
);

/** The layout of a share picture. */
export interface SharePictureLayout {
  readonly svg: string;
  readonly titleSize: number;
  /** True if the title is truncated: it does not fit even at the smallest size. */
  readonly cut: boolean;
  /** True if the font lacks a glyph. */
  readonly illegible: boolean;
}

/** A share picture as PNG; undefined if the font lacks a glyph for its text. */
export async function renderSharePicture(props: SharePictureProps): Promise<Buffer | undefined> {
  const { svg, illegible } = await layOutSharePicture(props);
  if (illegible) return undefined;
  const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  return sharp(png).png(pngOptions).toBuffer();
}

/** Lays out a share picture with the title at the largest size that fits. */
export async function layOutSharePicture(props: SharePictureProps): Promise<SharePictureLayout> {
  for (const titleSize of titleSizes) {
    const { height, ...layout } = await layOutAtSize(props, titleSize, false);
    if (height <= titleHeight) return { ...layout, titleSize, cut: false };
  }
  const titleSize = Math.min(...titleSizes);
  const { height: _, ...layout } = await layOutAtSize(props, titleSize, true);
  return { ...layout, titleSize, cut: true };
}

async function layOutAtSize(props: SharePictureProps, titleSize: number, cut: boolean) {
  let height = 0;
  let illegible = false;
  const svg = await satori(sharePictureElement(props, titleSize, cut), {
    ...sharePictureSize,
    fonts,
    onNodeDetected: (node) => {
      if (node.key === 'title') height = node.height;
    },
    loadAdditionalAsset: async () => {
      illegible = true;
      return [];
    },
  });
  return { svg, height, illegible };
}
