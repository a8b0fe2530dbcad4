import { expect, test } from 'vitest';
import { unbreakableParts } from '#vietnamese/unbreakable-parts.ts';

test('a headline never breaks inside a known two-syllable word, and its text is unchanged', () => {
  const title = 'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh';
  const parts = unbreakableParts(title);
  expect(parts).toEqual(expect.arrayContaining(['ký kêt', 'Thái Bình', 'chương trình', 'Doanh nghiệp']));
  expect(parts.join(' ')).toBe(title);
});

test('no line of a headline ends with "và"', () => {
  expect(unbreakableParts('các Hội Khoa học và Kỹ thuật và')).toEqual(['các', 'Hội', 'Khoa học', 'và Kỹ thuật', 'và']);
});
