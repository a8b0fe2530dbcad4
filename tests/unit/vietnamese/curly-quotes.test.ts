import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';

test.each([
  ['làm "kỹ sư mùa hè"', 'làm “kỹ sư mùa hè”'],
  ['"Người làm khoa học", "Quê tôi".', '“Người làm khoa học”, “Quê tôi”.'],
  ['Ông nói: "Tốt!" (xem "Báo").', 'Ông nói: “Tốt!” (xem “Báo”).'],
  ['nói:"Xin chào"', 'nói:“Xin chào”'],
  ['hội thi "Sáng tạo"(lần 2)', 'hội thi “Sáng tạo”(lần 2)'],
  ['("Sáng tạo") - "Trẻ"', '(“Sáng tạo”) - “Trẻ”'],
  ['"Ông đọc "Nhật ký" ở trường"', '“Ông đọc “Nhật ký” ở trường”'],
  ['"Chiến lược 2030" và "...thế"', '“Chiến lược 2030” và “...thế”'],
  ['“đã đúng" và "chưa”', '“đã đúng” và “chưa”'],
  ['Lệnh "\uFFFC" và "\uFFFC,"', 'Lệnh “\uFFFC” và “\uFFFC,”'],
  ["L'Oréal, H'Mông", 'L’Oréal, H’Mông'],
])('quotes in pairs become curly, and apostrophes inside words: %s', (text, expected) =>
  expect(curlyQuotes(text)).toBe(expected),
);

test.each([
  ['màn hình 17" và "đẹp"', 'màn hình 17" và “đẹp”'],
  ['"màn hình 17" rộng"', '“màn hình 17" rộng”'],
  ['"Chiến lược 2030" và 17"', '“Chiến lược 2030” và 17"'],
  ["20°57'30\" Bắc, hiệp 90'", "20°57'30\" Bắc, hiệp 90'"],
  ['a"b', 'a"b'],
  ['một " hai', 'một " hai'],
  ['"Câu chưa hết', '"Câu chưa hết'],
  ["gọi là 'nhà' và '90", "gọi là 'nhà' và '90"],
])('units and quotes without a partner stay as they are: %s', (text, expected) =>
  expect(curlyQuotes(text)).toBe(expected),
);

const text = fc
  .array(fc.constantFrom('"', '"', "'", '“', '”', ' ', ',', '.', '(', ')', '-', '17', 'chữ', '\uFFFC', 'd', '\n'))
  .map((parts) => parts.join(''));

test('only quotes change, none is paired across another, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(text, (written) => {
      const printed = curlyQuotes(written);
      const straight = (value: string) => value.replace(/[“”]/g, '"').replace(/’/g, "'");
      expect(straight(printed)).toBe(straight(written));
      expect(curlyQuotes(printed)).toBe(printed);
    }),
  );
});
