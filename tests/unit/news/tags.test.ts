import { expect, test } from 'vitest';
import { tagKey, tagsByKey } from '#news/tags.ts';

test('"Hội" and "Hồi" are two tags with two addresses; NFC, NFD and case are one', () => {
  const tags = tagsByKey([{ tags: ['Hội'] }, { tags: ['Hồi', 'hội'] }, { tags: ['Hội'.normalize('NFD')] }]);
  expect([...tags.values()]).toEqual([
    { name: 'Hội', slug: 'hoi' },
    { name: 'Hồi', slug: 'hoi-2' },
  ]);
  expect(tagKey('HỘI'.normalize('NFD'))).toBe(tagKey('hội'));
});
