import { join } from 'node:path';
import type { PictureProps } from '#layouts/components/picture.ts';
import type { PictureReference } from '#news/article.ts';
import type { Problem } from '#news/rule.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import { ContentError, type Finding, finding, startOfFile } from '#site/finding.ts';
import { displayPath } from '#site/read/source-file.ts';
import { isWhole } from '#site/write-whole.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import type { PictureVariant } from './picture-variants.ts';

/** The folder of the variants on the site. */
export const picturesFolder = '/hinh-anh/';

/** A picture in every size and format, and its files. */
export interface ProcessedPicture {
  readonly props: Omit<PictureProps, 'alt' | 'caption' | 'lazy'>;
  /** The largest variant in the format that every browser and feed reader supports. */
  readonly shared: { readonly address: string; readonly type: string; readonly bytes: number };
  /** The absolute path in the cache folder, the address on the site and the expected size in bytes. */
  readonly files: readonly { readonly from: string; readonly address: string; readonly size: number }[];
}

/** Pictures as the build cache stores them: the base path of their URLs, and the signature and result of each file. */
interface CachedPictures {
  readonly base: string;
  readonly files: Map<string, { readonly signature: string; readonly picture: ProcessedPicture }>;
}

/**
 * Creates the AVIF, WebP and JPEG (PNG if it is transparent) variants of picture files, keyed by file. Variants are
 * stored in `folder`, named by content: a picture is encoded once. Throws a ContentError for a file that cannot be decoded.
 */
export async function processPictures(
  files: Iterable<string>,
  folder: string,
  base: string,
  cache: BuildCache,
  progress: (done: number, all: number) => void,
): Promise<Map<string, ProcessedPicture>> {
  const previous = cache.get<CachedPictures>('pictures');
  const current: CachedPictures = { base, files: new Map() };
  const pictures = new Map<string, ProcessedPicture>();
  const all = [...new Set(files)];
  for (const file of all) {
    progress(pictures.size, all.length);
    const signature = fileSignature(file);
    const cached = previous?.base === base ? previous.files.get(file) : undefined;
    const isUnchanged =
      signature &&
      cached?.signature === signature &&
      cached.picture.files.every(({ from, size }) => isWhole(from, size));
    const picture = isUnchanged ? cached.picture : await processPicture(file, folder, base);
    pictures.set(file, picture);
    if (signature) current.files.set(file, { signature, picture });
  }
  cache.set('pictures', current);
  return pictures;
}

/** The problem of a picture file that cannot be decoded. */
export const unreadablePictureProblem: Problem = {
  rule: 'anh',
  wrong: 'không đọc được ảnh này',
  remedy: 'mở ảnh trên máy, lưu lại dạng JPG rồi chép đè lên tệp cũ',
};

function unreadablePictureFinding(file: string): Finding {
  const { rule, wrong, remedy } = unreadablePictureProblem;
  return finding(startOfFile(displayPath(file)), rule, wrong, remedy);
}

async function processPicture(file: string, folder: string, base: string): Promise<ProcessedPicture> {
  // Imported only for a new picture: loading the encoder takes longer than rebuilding after an edit.
  const { pictureVariants } = await import('./picture-variants.ts');
  const variants = await pictureVariants(file, folder).catch(() => []);
  const largest = variants.at(-1);
  if (!largest) throw new ContentError([unreadablePictureFinding(file)]);
  const addressOf = ({ name }: PictureVariant) => `${picturesFolder}${name}`;
  const srcset = (format: string) =>
    variants
      .filter((variant) => variant.format === format)
      .map((variant) => `${base}${addressOf(variant)} ${variant.width}w`)
      .join(', ');
  return {
    shared: { address: addressOf(largest), type: `image/${largest.format}`, bytes: largest.size },
    props: {
      sources: (['avif', 'webp'] as const).map((format) => ({ type: `image/${format}`, srcset: srcset(format) })),
      src: `${base}${addressOf(largest)}`,
      width: largest.width,
      height: largest.height,
    },
    files: variants.map((variant) => ({
      from: join(folder, variant.name),
      address: addressOf(variant),
      size: variant.size,
    })),
  };
}

/** The props of a picture in one place of a page; `origin` makes its URLs absolute, for feeds. */
export function pictureProps(
  picture: ProcessedPicture | undefined,
  use: Omit<PictureReference, 'file'>,
  lazy: boolean,
  origin = '',
): PictureProps | undefined {
  if (!picture) return undefined;
  const { props } = picture;
  const absoluteSrcset = (srcset: string) => srcset.replace(/^|(?<=, )/g, origin);
  return {
    ...props,
    sources: props.sources.map(({ type, srcset }) => ({ type, srcset: absoluteSrcset(srcset) })),
    src: origin + props.src,
    alt: use.alt,
    lazy,
    ...(use.caption && { caption: noBreak(use.caption) }),
  };
}
