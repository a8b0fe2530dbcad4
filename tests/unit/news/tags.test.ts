import { expect, test } from 'vitest';
import { pinnedTags, tagKey, tagsOf } from '#news/tags.ts';

const slugs = (tags: ReturnType<typeof tagsOf>) => [...tags.byKey.values()];

test('"Hội" and "Hồi" are two tags with two addresses; NFC, NFD and case are one', () => {
  const tags = tagsOf([{ tags: ['Hội'] }, { tags: ['Hồi', 'hội'] }, { tags: ['Hội'.normalize('NFD')] }], []);
  expect(slugs(tags)).toEqual([
    { name: 'Hội', slug: 'hoi' },
    { name: 'Hồi', slug: 'hoi-2' },
  ]);
  expect(tagKey('HỘI'.normalize('NFD'))).toBe(tagKey('hội'));
});

test('a settled tag keeps its address when a back-dated one comes or the first goes', () => {
  const settled = tagsOf([{ tags: ['Hội'] }, { tags: ['Hồi'] }], []).unpinned;
  expect(slugs(tagsOf([{ tags: ['hời'] }, { tags: ['Hồi'] }], settled))).toEqual([
    { name: 'Hội', slug: 'hoi' },
    { name: 'Hồi', slug: 'hoi-2' },
    { name: 'hời', slug: 'hoi-3' },
  ]);
});

test('tags.yaml gives no tag and no address twice', () => {
  const messages = (tags: { name: string; slug: string }[]) =>
    pinnedTags.safeParse(tags).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
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
