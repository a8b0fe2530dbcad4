import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { collectTags, pinnedTagsSchema, tagKey } from '#news/tags.ts';

const seed = 20261123;
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const syllable = fc
  .tuple(
    fc.constantFrom('', 'h', 'đ', 'd', 'th', 'ngh', 'Đ'),
    fc.constantFrom('ô', 'o', 'ơ', 'ư', 'a', 'â', 'ă', 'ê', 'i', 'y'),
    fc.constantFrom(...tones),
    fc.constantFrom('', 'i', 'n', 'ng', 't'),
  )
  .map(([onset, vowel, tone, coda]) => `${onset}${vowel}${tone}${coda}`);
/** Tags as editors write them, few enough that many have the same folded name: "Hội", "hồi 2", "🎉", "ho-i". */
const tag = fc.oneof(
  { weight: 8, arbitrary: syllable },
  { weight: 3, arbitrary: fc.tuple(syllable, syllable).map((pair) => pair.join(' ')) },
  {
    weight: 2,
    arbitrary: fc.tuple(syllable, fc.constantFrom('-2', ' 2', ' 3', '-2-2', '!')).map((pair) => pair.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('🎉', '???', 'the', 'the-2', 'مرحبا', '__proto__', 'constructor', 'İ', 'ß', 'K'),
  },
);
const written = fc
  .tuple(tag, fc.constantFrom('NFC', 'NFD'), fc.boolean(), fc.constantFrom('', ' ', '\u00A0'))
  .map(([text, form, upper, space]) => `${space}${upper ? text.toUpperCase() : text}${space}`.normalize(form));
const articles = fc.array(fc.record({ tags: fc.array(written, { maxLength: 4 }) }), { maxLength: 12 });

/** The tags after a round trip through tags.yaml. */
function pinTags(tags: ReturnType<typeof collectTags>['unpinned']) {
  return pinnedTagsSchema.parse(parse(stringify(tags).normalize('NFC'), { schema: 'failsafe' }));
}

const slugsOf = (tags: ReturnType<typeof collectTags>) =>
  new Map([...tags.byKey].map(([key, { slug }]) => [key, slug]));

test('distinct tags have distinct, valid slugs in any order of articles', () =>
  fc.assert(
    fc.property(articles, (all) => {
      const tags = collectTags(all, []);
      expect([...tags.byKey.keys()].sort()).toEqual(
        [...new Set(all.flatMap((article) => article.tags.map(tagKey)))].sort(),
      );
      const slugs = [...slugsOf(tags).values()];
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
    { seed, numRuns: 1000 },
  ));

test('a pinned tag keeps its slug, whatever articles are added or removed', () =>
  fc.assert(
    fc.property(articles, articles, fc.nat(), fc.nat(), (all, more, where, removed) => {
      const before = collectTags(all, []);
      const pinned = pinTags(before.unpinned);
      const remaining = all.filter((_, index) => index !== removed % (all.length || 1));
      const at = where % (remaining.length + 1);
      const changed = [...remaining.slice(0, at), ...more, ...remaining.slice(at)];
      for (const later of [
        collectTags(changed, pinned),
        collectTags([...more, ...all], pinned),
        collectTags(all.slice(1), pinned),
      ]) {
        const slugs = slugsOf(later);
        for (const [key, slug] of slugsOf(before)) expect(slugs.get(key)).toBe(slug);
        expect(new Set(slugs.values()).size).toBe(slugs.size);
      }
      expect(collectTags(all, pinned).unpinned).toEqual([]);
    }),
    { seed, numRuns: 1000 },
  ));

test('tags pinned one article at a time never collide and never change their slugs', () =>
  fc.assert(
    fc.property(articles, (all) => {
      let pinned: ReturnType<typeof pinTags> = [];
      for (const article of all) {
        const previous = new Map(pinned.map(({ name, slug }) => [tagKey(name), slug]));
        pinned = pinTags([...pinned, ...collectTags([article], pinned).unpinned]);
        for (const { name, slug } of pinned.slice(0, previous.size)) expect(previous.get(tagKey(name))).toBe(slug);
      }
      expect(collectTags(all.toReversed(), pinned).unpinned).toEqual([]);
    }),
    { seed, numRuns: 500 },
  ));
