import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#news/article.ts';
import { categoryMotif } from '#news/motif.ts';
import { needsGeneratedSharePicture } from '#news/needs-generated-share-picture.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { LogoPicture } from '#site/pictures/logo-picture.ts';
import { picturesFolder } from '#site/pictures/process-pictures.ts';
import { projectRoot } from '#site/settings.ts';
import { isWhole, writeWhole } from '#site/write-whole.ts';
import {
  alphabets,
  pngOptions,
  type ShareBrand,
  type SharePictureProps,
  sharePictureElement,
  titleHeight,
  titleSizes,
} from './share-picture-element.ts';

/** A share picture: its file in the cache folder and its address on the site. */
export interface SharePicture {
  readonly from: string;
  readonly address: string;
}

/** The share pictures of pages without a picture of their own. */
export interface SharePictures {
  /** The picture of the site; absent if the font lacks a glyph for its name. */
  readonly site?: SharePicture;
  readonly articles: ReadonlyMap<Article, SharePicture>;
  /** The picture of each category by its slug, for its pages and its other articles. */
  readonly categories: ReadonlyMap<string, SharePicture>;
}

/**
 * Renders the pictures of the site, of each category and of each listed article that needs one into a folder; existing
 * files are reused.
 */
export async function makeSharePictures(
  { organisation, categories, listed }: VisibleContent,
  logo: LogoPicture | undefined,
  folder: string,
  progress: (done: number, all: number) => void,
): Promise<SharePictures> {
  const withPicture = listed.articles.filter((article) => needsGeneratedSharePicture(organisation, article));
  const cachedSizes = readCachedSizes(folder);
  const make = (subject: Omit<SharePictureProps, keyof ShareBrand>) =>
    makeSharePicture(
      { organisation: organisation.name, colors: organisation.colors, ...(logo && { logo }), ...subject },
      folder,
      cachedSizes,
    );
  const site = await make({});
  const ofCategories = new Map<string, SharePicture>();
  for (const category of categories) {
    const picture = await make({ category: { name: category.name, motif: categoryMotif(category) } });
    if (picture) ofCategories.set(category.slug, picture);
  }
  const ofArticles = new Map<Article, SharePicture>();
  for (const [done, article] of withPicture.entries()) {
    const { title, date, category } = article;
    const picture = await make({ article: { title, date, motif: categoryMotif(category) } });
    if (picture) ofArticles.set(article, picture);
    progress(done + 1, withPicture.length);
  }
  return { ...(site && { site }), articles: ofArticles, categories: ofCategories };
}

const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

/** The pictures in the folder: name → size in bytes, which is part of the file's name. */
function readCachedSizes(folder: string): Map<string, number> {
  const matches = readdirSync(folder).map((file) => /^(chia-se-\w+)\.(\d+)\.png$/.exec(file));
  return new Map(matches.flatMap((match) => (match?.[1] ? [[match[1], Number(match[2])] as const] : [])));
}

/** Everything that determines the bytes of a picture: its hash is the picture's name, which browsers cache for ever. */
function renderInputs(props: SharePictureProps): unknown {
  const tools = ['satori', '@resvg/resvg-js', 'sharp', '@fontsource/source-serif-4'].map((name) => dependencies[name]);
  const fixed = { tools, alphabets, pngOptions, titleSizes, titleHeight };
  return { ...fixed, whole: sharePictureElement(props, 100), cut: sharePictureElement(props, 100, true) };
}

async function makeSharePicture(
  props: SharePictureProps,
  folder: string,
  cachedSizes: ReadonlyMap<string, number>,
): Promise<SharePicture | undefined> {
  const hash = createHash('sha256')
    .update(JSON.stringify(renderInputs(props)))
    .digest('hex');
  const name = `chia-se-${hash.slice(0, 12)}`;
  const address = `${picturesFolder}${name}.png`;
  const fileOf = (size: number) => join(folder, `${name}.${size}.png`);
  const size = cachedSizes.get(name);
  if (size !== undefined && isWhole(fileOf(size), size)) return { from: fileOf(size), address };

  // Imported only when needed: loading the renderer takes longer than building a small site.
  const { renderSharePicture } = await import('./render-share-picture.ts');
  const bytes = await renderSharePicture(props);
  if (!bytes) return undefined;
  const from = fileOf(bytes.length);
  await writeWhole(from, bytes);
  return { from, address };
}
