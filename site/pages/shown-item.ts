import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { type Dated, type Hidden, hiddenBecause } from '#news/published.ts';
import { isHidden } from '#site/body/body-context.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import { tagsOf } from './article-facts.ts';
import type { Desk } from './desk.ts';
import type { Materials } from './page.ts';

/** What an editor wrote in a file of its own. */
export type Item = Dated & { readonly body: Body } & Partial<Pick<Article, 'cover' | 'tags'>>;

/** What stands for an item, and what besides the item it was made of. */
interface Shown {
  readonly hidden: Hidden | undefined;
  readonly tags: Desk['newsroom']['tags'];
  readonly hiddenAddresses: Desk['hidden'];
  readonly pictures: Materials['pictures'];
  readonly shown: string;
}

/** Many pages show an item, and most builds of a process find it and all it was made with as they were. */
const known = new WeakMap<Item, Shown>();

/** Stands for all that any page can show of an item of content/. */
export function shownItem(desk: Desk, { pictures }: Materials, item: Item): string {
  const hidden = hiddenBecause(item, desk.settings.now);
  const { tags } = desk.newsroom;
  const last = known.get(item);
  if (
    last?.hidden === hidden &&
    last?.tags === tags &&
    last?.hiddenAddresses === desk.hidden &&
    last?.pictures === pictures
  )
    return last.shown;
  const shown = fingerprint(parts(desk, pictures, item, hidden));
  known.set(item, { hidden, tags, hiddenAddresses: desk.hidden, pictures, shown });
  return shown;
}

function parts(desk: Desk, pictures: Materials['pictures'], item: Item, hidden: Hidden | undefined): unknown[] {
  const { body, cover, tags = [] } = item;
  const files = [...(cover ? [cover.file] : []), ...body.pictures.values()];
  return [
    fingerprint(item),
    hidden,
    tagsOf(desk, tags),
    body.links.filter(({ href }) => isHidden(desk, href)).map(({ href }) => href),
    files.map((file) => pictures.get(file)),
  ];
}
