import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { type Dated, hiddenBecause } from '#news/published.ts';
import { fingerprint } from '#site/memory/fingerprint.ts';
import { tagsOf } from './article-facts.ts';
import { type Desk, isHidden } from './desk.ts';
import type { Materials } from './page.ts';

/** What an editor wrote in a file of its own. */
export type Item = Dated & { readonly body: Body } & Partial<Pick<Article, 'cover' | 'tags'>>;

/** Of each item what was found of it with the same materials: many pages show it. */
const found = new WeakMap<Materials, Map<Item, string>>();

/** Stands for all that any page can show of an item of content/. */
export function shownItem(desk: Desk, materials: Materials, item: Item): string {
  const known = found.get(materials) ?? new Map<Item, string>();
  found.set(materials, known);
  const shown = known.get(item) ?? fingerprint(parts(desk, materials, item));
  known.set(item, shown);
  return shown;
}

function parts(desk: Desk, { pictures }: Materials, item: Item): unknown[] {
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
