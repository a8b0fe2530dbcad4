import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, syllableCount } from '#vietnamese/count.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [12_345, '12.345'],
  [1_234_567, '1.234.567'],
])('%s is formatted as %s', (number, expected) => {
  expect(formatNumber(number)).toBe(expected);
});

test.each([
  ['', 0],
  ['  Hội\nnghị  ', 2],
  ['“Hội nghị” – năm 2018, lần 2 …', 6],
  ['đất-nước 1.000 ** & (ước)', 3],
])('syllables are the words with a letter or a digit: %j has %i', (text, count) => {
  expect(syllableCount(text)).toBe(count);
});

test('syllables are counted in text of any script with any white space, even with lone surrogates', () => {
  const part = fc.oneof(
    fc.constantFrom(' ', '\n', '\u00A0', '\u3000', 'đ', 'Ệ', '7', '–', '”', '𝐀', '\uD835', '\uDC00', '👍'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
      expect(syllableCount(text)).toBe(words.length);
    }),
    { numRuns: 2000 },
  );
});
