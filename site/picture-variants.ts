import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import Image from '@11ty/eleventy-img';
import sharp from 'sharp';
import { type MadePicture, picturesFolder } from './pictures.ts';

/** Whatever changes the bytes of a variant stands here: it is part of the variant's name, which is cached for ever. */
const recipe = { widths: [480, 960, 1440], sharpAvifOptions: { effort: 1 } };

/** What eleventy-img tells of one variant. */
interface Variant {
  readonly url: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  readonly outputPath: string;
  readonly filename: string;
}

/**
 * Makes the variants of a picture file in the cache, where those of the same content may lie already. Throws for a file
 * that cannot be decoded.
 */
export async function pictureVariants(file: string, cache: string, base: string): Promise<MadePicture> {
  const content = await readFile(file);
  const name = createHash('sha256').update(JSON.stringify(recipe)).update(content).digest('hex').slice(0, 12);
  const { hasAlpha } = await sharp(content).metadata();
  const fallback = hasAlpha ? 'png' : 'jpeg';
  const metadata: Record<string, Variant[]> = await Image(file, {
    ...recipe,
    formats: ['avif', 'webp', fallback],
    outputDir: cache,
    urlPath: `${base}${picturesFolder}`,
    fixOrientation: true,
    filenameFormat: (_id: string, _src: string, width: number, format: string) => `${name}-${width}.${format}`,
  });
  const variants = Object.values(metadata).flat();
  const [smallest] = metadata[fallback] ?? [];
  const largest = metadata[fallback]?.at(-1);
  if (!smallest || !largest) throw new Error(`không đọc được ảnh ${file}`);
  const { size } = await stat(largest.outputPath);
  return {
    shared: { address: `${picturesFolder}${largest.filename}`, type: `image/${fallback}`, bytes: size },
    props: {
      sources: (['avif', 'webp'] as const).map((format) => ({
        type: `image/${format}`,
        srcset: (metadata[format] ?? []).map(({ srcset }) => srcset).join(', '),
      })),
      src: largest.url,
      width: largest.width,
      height: largest.height,
    },
    files: variants.map(({ outputPath, filename }) => ({ from: outputPath, address: `${picturesFolder}${filename}` })),
  };
}
