import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';
import sharp from 'sharp';
import { isWhole, writeWhole } from './write-whole.ts';

/** Whatever changes the bytes of a variant stands here: it is part of the variant's name, which is cached for ever. */
const recipe = { widths: [480, 960, 1440], sharpAvifOptions: { effort: 1 } };

/** A picture in one size and format. */
export interface Variant {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** The name of its file. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * The AVIF, WebP and JPEG (PNG where it is transparent) variants of a picture file, smallest first, in a folder: those
 * that lie there, or made now where one of them is missing or cut off. Throws for a file that holds no picture.
 */
export async function pictureVariants(file: string, folder: string): Promise<readonly Variant[]> {
  const content = await readFile(file);
  const name = createHash('sha256').update(JSON.stringify(recipe)).update(content).digest('hex').slice(0, 12);
  const list = join(folder, `${name}.json`);
  const there = await listed(list);
  if (there?.every((variant) => isWhole(join(folder, variant.name), variant.size))) return there;

  const made = await make(file, content);
  const variants = made.map(({ buffer, format, width, height }) => {
    return { format, width, height, name: `${name}-${width}.${format}`, size: buffer.length };
  });
  for (const [at, variant] of variants.entries())
    await writeWhole(join(folder, variant.name), made[at]?.buffer ?? Buffer.of());
  await writeWhole(list, JSON.stringify(variants));
  return variants;
}

/** What a list of variants says; undefined where there is none, or none that can be read. */
async function listed(list: string): Promise<readonly Variant[] | undefined> {
  if (!existsSync(list)) return undefined;
  try {
    return JSON.parse(await readFile(list, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What eleventy-img tells of one variant that it writes nowhere. */
interface Made {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly buffer: Buffer;
}

async function make(file: string, content: Buffer): Promise<Made[]> {
  const { hasAlpha } = await sharp(content).metadata();
  const made: Record<string, Made[]> = await Image(file, {
    ...recipe,
    formats: ['avif', 'webp', hasAlpha ? 'png' : 'jpeg'],
    fixOrientation: true,
    // What it writes itself a build that is killed leaves cut off, and what lies there it takes as it is.
    dryRun: true,
    useCache: false,
  });
  return Object.values(made).flat();
}
