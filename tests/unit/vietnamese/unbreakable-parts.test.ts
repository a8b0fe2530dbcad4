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

test.each([
  ['Hội thảo tại tỉnh Bình Định, năm 2026', 'tỉnh Bình Định,'],
  ['Giao ban tại TP Quy Nhơn tỉnh Bình Định', 'TP Quy Nhơn'],
  ['Đại hội đại biểu tỉnh Mẫu: toàn cảnh', 'tỉnh Mẫu:'],
  ['Gặp mặt tại thành phố Hồ Chí Minh', 'thành phố Hồ Chí Minh'],
])('no line of a headline ends inside the name of a place: %s', (title, place) => {
  const parts = unbreakableParts(title);
  expect(parts).toContain(place);
  expect(parts.join(' ')).toBe(title);
});

test('a name that is longer than a line, or no name, may be broken', () => {
  expect(unbreakableParts('tỉnh An Bình Cát Dương')).toContain('tỉnh');
  expect(unbreakableParts('xã viên và UBND')).toEqual(['xã', 'viên', 'và UBND']);
});
