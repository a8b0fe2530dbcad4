import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import sharp from 'sharp';
import { root } from '#site/settings.ts';
import {
  alphabets,
  drawing,
  pngOptions,
  type SharePictureProps,
  sharePictureSize,
  titleHeight,
  titleSizes,
} from './drawing.ts';

const fontFolder = join(root, 'node_modules', '@fontsource', 'source-serif-4', 'files');

/** The font of the site's headings, an alphabet a file. */
const fonts = await Promise.all(
  alphabets.map(async (alphabet) => ({
    name: `Source Serif ${alphabet}`,
    weight: 700 as const,
    data: await readFile(join(fontFolder, `source-serif-4-${alphabet}-700-normal.woff2`)),
  })),
);

/** How a picture was laid out. */
export interface LaidOut {
  readonly svg: string;
  readonly titleSize: number;
  /** True when not even the smallest letters gave the title room. */
  readonly cut: boolean;
  /** True when the font lacks a letter. */
  readonly illegible: boolean;
}

/** A share picture as PNG; undefined when the font cannot write what is to be on it. */
export async function draw(props: SharePictureProps): Promise<Buffer | undefined> {
  const { svg, illegible } = await layOut(props);
  if (illegible) return undefined;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  return sharp(drawn).png(pngOptions).toBuffer();
}

/** Sets the title as large as its room allows. */
export async function layOut(props: SharePictureProps): Promise<LaidOut> {
  for (const titleSize of titleSizes) {
    const { height, ...set } = await setTitle(props, titleSize, false);
    if (height <= titleHeight) return { ...set, titleSize, cut: false };
  }
  const titleSize = Math.min(...titleSizes);
  const { height: _, ...set } = await setTitle(props, titleSize, true);
  return { ...set, titleSize, cut: true };
}

async function setTitle(props: SharePictureProps, titleSize: number, cut: boolean) {
  let height = 0;
  let illegible = false;
  const svg = await satori(drawing(props, titleSize, cut), {
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
