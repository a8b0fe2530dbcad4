import { expect, test } from 'vitest';
import { slug } from '#vietnamese/slug.ts';

const letters: Record<string, string> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
  d: 'đ',
};
const all = Object.entries(letters).flatMap(([plain, marked]) =>
  [...marked, ...marked.toUpperCase()].map((letter) => ({ letter, plain })),
);

test('all 146 letters lose their diacritics, composed and decomposed', () => {
  expect(all).toHaveLength(146);
  for (const { letter, plain } of all)
    for (const form of ['NFC', 'NFD'] as const) expect(slug(letter.normalize(form)), letter).toBe(plain);
});

test.each([
  ['Hỏi & đáp', 'hoi-dap'],
  ['Tin tức - sự kiện', 'tin-tuc-su-kien'],
  ['  Đường “5-8”!  ', 'duong-5-8'],
  ['😀', ''],
])('%j has the slug %j', (text, expected) => expect(slug(text)).toBe(expected));
