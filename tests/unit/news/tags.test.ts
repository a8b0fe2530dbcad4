import { expect, test } from 'vitest';
import { collectTags, pinnedTagsSchema, tagKey } from '#news/tags.ts';

const slugs = (tags: ReturnType<typeof collectTags>) => [...tags.byKey.values()];

test('"Hội" and "Hồi" are two tags with two slugs; Unicode form and case make no difference', () => {
  const tags = collectTags([{ tags: ['Hội'] }, { tags: ['Hồi', 'hội'] }, { tags: ['Hội'.normalize('NFD')] }], []);
  expect(slugs(tags)).toEqual([
    { name: 'Hội', slug: 'hoi' },
    { name: 'Hồi', slug: 'hoi-2' },
  ]);
  expect(tagKey('HỘI'.normalize('NFD'))).toBe(tagKey('hội'));
});

test('a pinned tag keeps its slug when a back-dated article is added or the first one removed', () => {
  const pinned = collectTags([{ tags: ['Hội'] }, { tags: ['Hồi'] }], []).unpinned;
  expect(slugs(collectTags([{ tags: ['hời'] }, { tags: ['Hồi'] }], pinned))).toEqual([
    { name: 'Hội', slug: 'hoi' },
    { name: 'Hồi', slug: 'hoi-2' },
    { name: 'hời', slug: 'hoi-3' },
  ]);
});

test('a name or slug that occurs twice in tags.yaml is reported', () => {
  const messages = (tags: { name: string; slug: string }[]) =>
    pinnedTagsSchema.safeParse(tags).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  expect(
    messages([
      { name: 'Hội', slug: 'hoi' },
      { name: 'HỘI', slug: 'hoi-2' },
    ]),
  ).toEqual(['1.name thẻ “HỘI” đã ghi ở trên · xóa một trong hai mục [trung-ten]']);
  expect(
    messages([
      { name: 'Hội', slug: 'hoi' },
      { name: 'Hồi', slug: 'hoi' },
    ]),
  ).toEqual(['1.slug địa chỉ “hoi” đã là của thẻ “Hội” · viết “hoi-2” [trung-ten]']);
});
