import { slug } from '#vietnamese/slug.ts';
import { objectField, slugField, textField } from './field.ts';
import { memoizeByObject } from './memoize-by-object.ts';
import { namedListField } from './named-list-field.ts';

/** A tag: its displayed name and its slug. */
export interface Tag {
  readonly name: string;
  readonly slug: string;
}

interface Tagged {
  readonly tags: readonly string[];
}

/** A key that is equal for all spellings of a tag: it ignores Unicode form, case and redundant space. */
export function tagKey(written: string): string {
  return written.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The schema of content/tags.yaml: the tags whose addresses are permanent. */
export const pinnedTagsSchema = namedListField(
  'danh sách thẻ',
  'thẻ',
  objectField('mỗi thẻ', '- name: đại hội', {
    name: textField('tên thẻ (name)', 'name: đại hội'),
    slug: slugField('dai-hoi'),
  }),
);

/** All tags by key, and those among them whose addresses are not in tags.yaml. */
export interface CollectedTags {
  readonly byKey: ReadonlyMap<string, Tag>;
  readonly unpinned: readonly Tag[];
}

/**
 * The tags of items given oldest first. A pinned tag has the slug of tags.yaml. For other tags the oldest spelling is
 * the name; tags with the same folded name ("Hội", "Hồi") get distinct slugs: later ones end in "-2", "-3".
 */
export function collectTags(oldestFirst: Iterable<Tagged>, pinned: readonly Tag[]): CollectedTags {
  const byKey = new Map(pinned.map((tag) => [tagKey(tag.name), tag]));
  const taken = new Set(pinned.map((tag) => tag.slug));
  const unpinned: Tag[] = [];
  for (const { tags } of oldestFirst) {
    for (const name of tags) {
      const key = tagKey(name);
      if (byKey.has(key)) continue;
      const plain = slug(name) || 'the';
      let free = plain;
      for (let n = 2; taken.has(free); n++) free = `${plain}-${n}`;
      taken.add(free);
      const tag = { name: name.trim(), slug: free };
      byKey.set(key, tag);
      unpinned.push(tag);
    }
  }
  return { byKey, unpinned };
}

/** The keys of the tags in a front matter, without duplicates; memoized by array. */
export const tagKeys = memoizeByObject((tags: readonly string[]): readonly string[] => [...new Set(tags.map(tagKey))]);

const memoizedGroups = memoizeByObject((items: readonly Tagged[]): unknown => {
  const groups = new Map<string, Tagged[]>();
  for (const item of items)
    for (const key of tagKeys(item.tags)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
});

/** The items with each tag, by its key, in the order given; memoized by array. */
export function groupByTag<Item extends Tagged>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  // The groups have the items of the array, hence their type.
  return memoizedGroups(items) as ReadonlyMap<string, readonly Item[]>;
}
