import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '#news/article.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { hasSharePicture } from '#news/share-picture.ts';
import { picturesFolder } from '#site/pictures.ts';
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
  const site = await makeSharePicture({ organisation: organisation.name });
  const articles = new Map<Article, DrawnPicture>();
  for (const [done, article] of waiting.entries()) {
    const made = await makeSharePicture({ organisation: organisation.name, article });
    if (made) articles.set(article, made);
    progress(done + 1, waiting.length);
  }
  return { ...(site && { site }), articles };
}

const cache = join(root, '.cache', 'share-pictures');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Whatever changes the bytes of a picture stands here: it is part of the picture's name, which is cached for ever. */
function recipe(props: SharePictureProps): unknown {
  const tools = ['satori', '@resvg/resvg-js', 'sharp', '@fontsource/source-serif-4'].map((name) => dependencies[name]);
  const fixed = { tools, alphabets, pngOptions, titleSizes, titleHeight };
  return { ...fixed, whole: drawing(props, 100), cut: drawing(props, 100, true) };
}

async function makeSharePicture({ organisation, article }: SharePictureProps): Promise<DrawnPicture | undefined> {
  const props = { organisation, ...(article && { article: { title: article.title, date: article.date } }) };
  const hash = createHash('sha256')
    .update(JSON.stringify(recipe(props)))
    .digest('hex');
  const name = `chia-se-${hash.slice(0, 12)}.png`;
  const made = { from: join(cache, name), address: `${picturesFolder}${name}` };
  if (existsSync(made.from)) return made;

  // Put off until something is to be drawn: what draws takes longer to load than a small site to build.
  const { draw } = await import('./draw.ts');
  const bytes = await draw(props);
  if (!bytes) return undefined;
  await mkdir(cache, { recursive: true });
  const unfinished = `${made.from}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, made.from);
  return made;
}
