import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureProps } from '#layouts/components/picture.ts';
import type { PictureUse } from '#news/article.ts';
import { says } from '#news/rule.ts';
import type { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import { ContentError, type Finding, finding, startOf } from '#site/finding.ts';
import { shownPath } from '#site/read/source-file.ts';
import { root } from '#site/settings.ts';
import type { Variant } from './picture-variants.ts';
import { isWhole } from './write-whole.ts';

/** Where the variants lie. */
export const picturesFolder = '/hinh-anh/';

/** A picture in every size and format, and the files that hold them. */
export interface MadePicture {
  readonly props: Omit<PictureProps, 'alt' | 'caption' | 'lazy'>;
  /** The largest variant in the format that every reader and machine knows. */
  readonly shared: { readonly address: string; readonly type: string; readonly bytes: number };
  /** Absolute path in the cache → address, and how many bytes there are to be. */
  readonly files: readonly { readonly from: string; readonly address: string; readonly size: number }[];
}

/** What is kept of pictures: below which path, how each file looked, and what was made of it. */
interface KnownPictures {
  readonly base: string;
  readonly files: Map<string, { readonly look: string; readonly made: MadePicture }>;
}

/**
 * Makes the AVIF, WebP and JPEG (PNG where it is transparent) variants of picture files, keyed by file. The cache is
 * by content, so a picture is worked on once. Throws a ContentError for a file that cannot be decoded.
 */
export async function makePictures(
  files: Iterable<string>,
  base: string,
  memory: Memory,
  progress: (done: number, all: number) => void,
): Promise<Map<string, MadePicture>> {
  const cache = join(root, '.cache', 'pictures');
  await mkdir(cache, { recursive: true });
  const before = memory.recall<KnownPictures>('pictures');
  const known: KnownPictures = { base, files: new Map() };
  const pictures = new Map<string, MadePicture>();
  const all = [...new Set(files)];
  for (const file of all) {
    progress(pictures.size, all.length);
    const look = settledLook(file);
    const last = before?.base === base ? before.files.get(file) : undefined;
    const isThere = look && last?.look === look && last.made.files.every(({ from, size }) => isWhole(from, size));
    const made = isThere ? last.made : await makePicture(file, cache, base);
    pictures.set(file, made);
    if (look) known.files.set(file, { look, made });
  }
  memory.remember('pictures', known);
  return pictures;
}

/** What to say of a picture file that holds no picture. */
export function unreadablePicture(file: string): Finding {
  const message = says('anh', 'không đọc được ảnh này', 'mở ảnh trên máy, lưu lại dạng JPG rồi chép đè lên tệp cũ');
  return finding(startOf(shownPath(file)), message);
}

async function makePicture(file: string, cache: string, base: string): Promise<MadePicture> {
  // Put off until there is a new picture: what makes it takes longer to load than a change to print.
  const { pictureVariants } = await import('./picture-variants.ts');
  const variants = await pictureVariants(file, cache).catch(() => []);
  const largest = variants.at(-1);
  if (!largest) throw new ContentError([unreadablePicture(file)]);
  const addressOf = ({ name }: Variant) => `${picturesFolder}${name}`;
  const inFormat = (format: string) =>
    variants
      .filter((variant) => variant.format === format)
      .map((variant) => `${base}${addressOf(variant)} ${variant.width}w`)
      .join(', ');
  return {
    shared: { address: addressOf(largest), type: `image/${largest.format}`, bytes: largest.size },
    props: {
      sources: (['avif', 'webp'] as const).map((format) => ({ type: `image/${format}`, srcset: inFormat(format) })),
      src: `${base}${addressOf(largest)}`,
      width: largest.width,
      height: largest.height,
    },
    files: variants.map((each) => ({ from: join(cache, each.name), address: addressOf(each), size: each.size })),
  };
}

/** How a made picture is shown in one place; `origin` stands before its addresses where readers are elsewhere. */
export function shownPicture(
  made: MadePicture | undefined,
  use: Omit<PictureUse, 'file'>,
  lazy: boolean,
  origin = '',
): PictureProps | undefined {
  if (!made) return undefined;
  const { props } = made;
  const everywhere = (srcset: string) => srcset.replace(/^|(?<=, )/g, origin);
  return {
    ...props,
    sources: props.sources.map(({ type, srcset }) => ({ type, srcset: everywhere(srcset) })),
    src: origin + props.src,
    alt: use.alt,
    lazy,
    ...(use.caption && { caption: use.caption }),
  };
}
