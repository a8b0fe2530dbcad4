import { slug } from '#vietnamese/slug.ts';

/** A tag as readers see it, with the part of its address that is its own. */
export interface Tag {
  readonly name: string;
  readonly slug: string;
}

/** What makes two spellings one tag: NFC, case and outer space aside. */
export function tagKey(written: string): string {
  return written.normalize('NFC').trim().toLowerCase();
}

/**
 * The tags of things given oldest first, by key. The oldest spelling is the name; two tags that fold alike
 * ("Hội", "Hồi") get distinct slugs: the older keeps the plain one, later ones "-2", "-3".
 */
export function tagsByKey(oldestFirst: Iterable<{ readonly tags: readonly string[] }>): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  const taken = new Set<string>();
  for (const { tags: written } of oldestFirst) {
    for (const name of written) {
      if (tags.has(tagKey(name))) continue;
      const plain = slug(name) || 'the';
      let free = plain;
      for (let n = 2; taken.has(free); n++) free = `${plain}-${n}`;
      taken.add(free);
      tags.set(tagKey(name), { name: name.trim(), slug: free });
    }
  }
  return tags;
}
