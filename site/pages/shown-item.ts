import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { type Dated, hiddenBecause } from '#news/published.ts';
import { fingerprint } from '#site/memory/fingerprint.ts';
import { tagsOf } from './article-facts.ts';
import { type Desk, isHidden } from './desk.ts';
import type { Materials } from './page.ts';

/** What an editor wrote in a file of its own. */
export type Item = Dated & { readonly body: Body } & Partial<Pick<Article, 'cover' | 'tags'>>;

/** All that any page can show of an item of content/. */
export function shownItem(desk: Desk, { pictures }: Materials, item: Item): unknown {
  const { body, cover, tags = [] } = item;
  const files = [...(cover ? [cover.file] : []), ...body.pictures.values()];
  return [
    fingerprint(item),
    hiddenBecause(item, desk.settings.now),
    tagsOf(desk, tags),
    body.links.filter(({ href }) => isHidden(desk, href)).map(({ href }) => href),
    files.map((file) => pictures.get(file)),
  ];
}
