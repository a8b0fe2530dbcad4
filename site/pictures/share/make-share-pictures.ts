import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#news/article.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { hasSharePicture } from '#news/share-picture.ts';
import { picturesFolder } from '#site/pictures/pictures.ts';
import { isWhole, writeWhole } from '#site/pictures/write-whole.ts';
import { root } from '#site/settings.ts';
import { alphabets, drawing, pngOptions, type SharePictureProps, titleHeight, titleSizes } from './drawing.ts';

/** A drawn picture: the file in the cache, and where it lies on the site. */
export interface DrawnPicture {
  readonly from: string;
  readonly address: string;
}

/** The pictures pages are shared with that have none of their own. */
export interface SharePictures {
  /** Of the whole site; absent when the font cannot write its name. */
  readonly site?: DrawnPicture;
  readonly articles: ReadonlyMap<Article, DrawnPicture>;
}

/** Draws the picture of the site, and one for every public article that is to have its own; each once. */
export async function makeSharePictures(
  { organisation, announced }: Newsroom,
  progress: (done: number, all: number) => void,
): Promise<SharePictures> {
  const waiting = announced.articles.filter((article) => hasSharePicture(organisation, article));
  const before = drawnBefore();
  const site = await makeSharePicture({ organisation: organisation.name }, before);
  const articles = new Map<Article, DrawnPicture>();
  for (const [done, article] of waiting.entries()) {
    const made = await makeSharePicture({ organisation: organisation.name, article }, before);
    if (made) articles.set(article, made);
    progress(done + 1, waiting.length);
  }
  return { ...(site && { site }), articles };
}

const cache = join(root, '.cache', 'share-pictures');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What lies in the cache: the name of a picture → how many bytes there are to be, which its file's name says. */
function drawnBefore(): Map<string, number> {
  mkdirSync(cache, { recursive: true });
  const found = readdirSync(cache).map((file) => /^(chia-se-\w+)\.(\d+)\.png$/.exec(file));
  return new Map(found.flatMap((parts) => (parts?.[1] ? [[parts[1], Number(parts[2])] as const] : [])));
}

/** Whatever changes the bytes of a picture stands here: it is part of the picture's name, which is cached for ever. */
function recipe(props: SharePictureProps): unknown {
  const tools = ['satori', '@resvg/resvg-js', 'sharp', '@fontsource/source-serif-4'].map((name) => dependencies[name]);
  const fixed = { tools, alphabets, pngOptions, titleSizes, titleHeight };
  return { ...fixed, whole: drawing(props, 100), cut: drawing(props, 100, true) };
}

async function makeSharePicture(
  { organisation, article }: SharePictureProps,
  before: ReadonlyMap<string, number>,
): Promise<DrawnPicture | undefined> {
  const props = { organisation, ...(article && { article: { title: article.title, date: article.date } }) };
  const hash = createHash('sha256')
    .update(JSON.stringify(recipe(props)))
    .digest('hex');
  const name = `chia-se-${hash.slice(0, 12)}`;
  const address = `${picturesFolder}${name}.png`;
  const fileOf = (size: number) => join(cache, `${name}.${size}.png`);
  const size = before.get(name);
  if (size !== undefined && isWhole(fileOf(size), size)) return { from: fileOf(size), address };

  // Put off until something is to be drawn: what draws takes longer to load than a small site to build.
  const { draw } = await import('./draw.ts');
  const bytes = await draw(props);
  if (!bytes) return undefined;
  const from = fileOf(bytes.length);
  await writeWhole(from, bytes);
  return { from, address };
}
