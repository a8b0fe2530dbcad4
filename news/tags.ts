import { slug } from '#vietnamese/slug.ts';
import { parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';

/** A tag as readers see it, with the part of its address that is its own. */
export interface Tag {
  readonly name: string;
  readonly slug: string;
}

const keys = new Map<string, string>();

/** What makes two spellings one tag: NFC, case and outer space aside. */
export function tagKey(written: string): string {
  const known = keys.get(written);
  if (known !== undefined) return known;
  const key = written.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  keys.set(written, key);
  return key;
}

/** content/tags.yaml: the tags whose addresses are settled for ever. */
export const pinnedTags = namedList(
  'danh sách thẻ',
  'thẻ',
  parts('mỗi thẻ', '- name: đại hội', { name: text('tên thẻ (name)', 'name: đại hội'), slug: slugField('dai-hoi') }),
);

/** Every tag by key, and those among them whose address is not settled in tags.yaml. */
export interface Tags {
  readonly byKey: ReadonlyMap<string, Tag>;
  readonly unpinned: readonly Tag[];
}

/**
 * The tags of things given oldest first. A pinned tag has its settled address. Of the others the oldest spelling is
 * the name; two that fold alike ("Hội", "Hồi") get distinct slugs: the older keeps the plain one, later ones "-2", "-3".
 */
export function tagsOf(oldestFirst: Iterable<{ readonly tags: readonly string[] }>, pinned: readonly Tag[]): Tags {
  const byKey = new Map(pinned.map((tag) => [tagKey(tag.name), tag]));
  const taken = new Set(pinned.map((tag) => tag.slug));
  const unpinned: Tag[] = [];
  for (const { tags } of oldestFirst) {
    for (const name of tags) {
      if (byKey.has(tagKey(name))) continue;
      const plain = slug(name) || 'the';
      let free = plain;
      for (let n = 2; taken.has(free); n++) free = `${plain}-${n}`;
      taken.add(free);
      const tag = { name: name.trim(), slug: free };
      byKey.set(tagKey(name), tag);
      unpinned.push(tag);
    }
  }
  return { byKey, unpinned };
}

/** Tagged things by the key of each of their tags, in the order given. */
export function byTag<Item extends { readonly tags: readonly string[] }>(items: readonly Item[]): Map<string, Item[]> {
  const shelves = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(item.tags.map(tagKey))) {
      const shelf = shelves.get(key);
      if (shelf) shelf.push(item);
      else shelves.set(key, [item]);
    }
  return shelves;
}
