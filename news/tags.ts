import { slug } from '#vietnamese/slug.ts';
import { parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';
import { onceOfEach } from './once-of-each.ts';

/** A tag as readers see it, with the part of its address that is its own. */
export interface Tag {
  readonly name: string;
  readonly slug: string;
}

interface Tagged {
  readonly tags: readonly string[];
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
export function tagsOf(oldestFirst: Iterable<Tagged>, pinned: readonly Tag[]): Tags {
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

const keysOf = onceOfEach((tags: readonly string[]): readonly string[] => [...new Set(tags.map(tagKey))]);

const shelvesOf = onceOfEach((items: readonly Tagged[]): unknown => {
  const shelves = new Map<string, Tagged[]>();
  for (const item of items)
    for (const key of keysOf(item.tags)) {
      const shelf = shelves.get(key);
      if (shelf) shelf.push(item);
      else shelves.set(key, [item]);
    }
  return shelves;
});

/** Tagged things by the key of each of their tags, in the order given. */
export function byTag<Item extends Tagged>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  // On the shelves of a list is what is in the list.
  return shelvesOf(items) as ReadonlyMap<string, readonly Item[]>;
}
