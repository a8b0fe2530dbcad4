import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { type Dated, type Hidden, hiddenBecause } from '#news/published.ts';
import { isHidden } from '#site/body/body-context.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import { tagsOf } from './article-facts.ts';
import type { Desk } from './desk.ts';
import type { Materials } from './page.ts';

/** An item of content/ with a file and body of its own. */
export type Item = Dated & { readonly body: Body } & Partial<Pick<Article, 'cover' | 'tags'>>;

/** The cache key of an item, and the values besides the item that it was computed from. */
interface CachedKey {
  readonly hidden: Hidden | undefined;
  readonly tags: Desk['newsroom']['tags'];
  readonly hiddenAddresses: Desk['hidden'];
  readonly pictures: Materials['pictures'];
  readonly cacheKey: string;
}

/** Keys of previous calls: many pages have the same item, and between two builds of a process few items change. */
const cachedKeys = new WeakMap<Item, CachedKey>();

/** The hash of everything that a page can render of an item. */
export function shownItem(context: Desk, { pictures }: Materials, item: Item): string {
  const hidden = hiddenBecause(item, context.settings.now);
  const { tags } = context.newsroom;
  const cached = cachedKeys.get(item);
  if (
    cached?.hidden === hidden &&
    cached?.tags === tags &&
    cached?.hiddenAddresses === context.hidden &&
    cached?.pictures === pictures
  )
    return cached.cacheKey;
  const cacheKey = fingerprint(keyInputs(context, pictures, item, hidden));
  cachedKeys.set(item, { hidden, tags, hiddenAddresses: context.hidden, pictures, cacheKey });
  return cacheKey;
}

function keyInputs(context: Desk, pictures: Materials['pictures'], item: Item, hidden: Hidden | undefined): unknown[] {
  const { body, cover, tags = [] } = item;
  const files = [...(cover ? [cover.file] : []), ...body.pictures.values()];
  return [
    fingerprint(item),
    hidden,
    tagsOf(context, tags),
    body.links.filter(({ href }) => isHidden(context, href)).map(({ href }) => href),
    files.map((file) => pictures.get(file)),
  ];
}
