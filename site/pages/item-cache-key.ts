import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { HiddenReason, Publishable } from '#news/published.ts';
import { isHiddenAddress } from '#site/body/body-context.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { itemHash } from '#site/cache/item-hash.ts';
import type { ProcessedPicture } from '#site/pictures/process-pictures.ts';
import { resolveTags } from './article-metadata.ts';
import type { RenderContext } from './page.ts';
import type { SiteContext } from './site-context.ts';

/** An item of content/ with a file and body of its own. */
export type ItemWithBody = Publishable & { readonly path: string; readonly body: Body } & Partial<
    Pick<Article, 'cover' | 'tags'>
  >;

/** The cache key of an item, and the values besides the item that it was computed from. */
interface CachedKey {
  readonly hidden: HiddenReason | undefined;
  readonly tags: SiteContext['content']['tags'];
  readonly hiddenAddresses: RenderContext['hiddenAddresses'];
  readonly pictures: RenderContext['pictures'];
  readonly cacheKey: string;
}

/** Keys of previous calls: many pages have the same item, and between two builds of a process few items change. */
const cachedKeys = new WeakMap<ItemWithBody, CachedKey>();

/** The hash of everything that a page can render of an item, besides the authors and the categories. */
export function itemCacheKey(context: SiteContext, render: RenderContext, item: ItemWithBody): string {
  const { pictures, hiddenAddresses } = render;
  const { tags, hiddenReason } = context.content;
  const hidden = hiddenReason(item);
  const cached = cachedKeys.get(item);
  if (
    cached?.hidden === hidden &&
    cached?.tags === tags &&
    cached?.hiddenAddresses === hiddenAddresses &&
    cached?.pictures === pictures
  )
    return cached.cacheKey;
  const cacheKey = dataHash([itemHash(item), hidden, ...referenceInputs(context, render, item)]);
  cachedKeys.set(item, { hidden, tags, hiddenAddresses, pictures, cacheKey });
  return cacheKey;
}

/** What a page shows of what an item names: its tags, the links that are hidden, its pictures. */
function referenceInputs(
  context: SiteContext,
  render: RenderContext,
  { body, cover, tags = [] }: ItemWithBody,
): (string | undefined)[] {
  const hiddenLinks = body.links.filter(({ href }) => isHiddenAddress(render, href));
  const files = [...(cover ? [cover.file] : []), ...body.pictures.values()];
  return [
    ...resolveTags(context, tags).flatMap(({ name, slug }) => [name, slug]),
    // Ends a list, so that no two different ones give the same inputs.
    '',
    ...hiddenLinks.map(({ href }) => href),
    '',
    ...files.map((file) => pictureHash(render.pictures.get(file))),
  ];
}

function pictureHash(picture: ProcessedPicture | undefined): string | undefined {
  return picture && hashOfPicture(picture);
}

const hashOfPicture = memoizeByObject((picture: ProcessedPicture) => dataHash(picture));
