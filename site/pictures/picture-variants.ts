import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';
import sharp from 'sharp';
import { isWhole, writeWhole } from '#site/write-whole.ts';
import { pictureWidths } from './picture-widths.ts';

/** Everything that determines the bytes of a variant: its hash is the file's name, which browsers cache for ever. */
const encodingOptions = { widths: pictureWidths, sharpAvifOptions: { effort: 1 } };

/** A picture in one size and format. */
export interface PictureVariant {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** The file name. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * The AVIF, WebP and JPEG (PNG if it is transparent) variants of a picture file in a folder, smallest first. They are
 * encoded if one of them is missing or truncated. Throws for a file that is not a picture.
 */
export async function pictureVariants(file: string, folder: string): Promise<readonly PictureVariant[]> {
  const content = await readFile(file);
  const name = createHash('sha256').update(JSON.stringify(encodingOptions)).update(content).digest('hex').slice(0, 12);
  const list = join(folder, `${name}.json`);
  const existing = await readList(list);
  if (existing?.every((variant) => isWhole(join(folder, variant.name), variant.size))) return existing;

  const images = await encode(file, content);
  const variants = images.map(({ buffer, format, width, height }) => {
    return { format, width, height, name: `${name}-${width}.${format}`, size: buffer.length };
  });
  for (const [index, variant] of variants.entries())
    await writeWhole(join(folder, variant.name), images[index]?.buffer ?? Buffer.of());
  await writeWhole(list, JSON.stringify(variants));
  return variants;
}

/** The variants in a list file; undefined if it is missing or damaged. */
async function readList(list: string): Promise<readonly PictureVariant[] | undefined> {
  if (!existsSync(list)) return undefined;
  try {
    return JSON.parse(await readFile(list, 'utf8'));
  } catch {
    return undefined;
  }
}

/** An image as eleventy-img returns it in a dry run. */
interface EncodedImage {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly buffer: Buffer;
}

async function encode(file: string, content: Buffer): Promise<EncodedImage[]> {
  const { hasAlpha } = await sharp(content).metadata();
  const byFormat: Record<string, EncodedImage[]> = await Image(file, {
    ...encodingOptions,
    formats: ['avif', 'webp', hasAlpha ? 'png' : 'jpeg'],
    fixOrientation: true,
    // Its own files stay truncated when a build is killed, and it would reuse them.
    dryRun: true,
    useCache: false,
  });
  return Object.values(byFormat).flat();
}
