import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, syllableCount } from '#vietnamese/count.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [12_345, '12.345'],
  [1_234_567, '1.234.567'],
])('%s is printed %s', (number, printed) => {
  expect(grouped(number)).toBe(printed);
});

test.each([
  ['', 0],
  ['  Hội\nnghị  ', 2],
  ['“Hội nghị” – năm 2018, lần 2 …', 6],
  ['đất-nước 1.000 ** & (ước)', 3],
])('the syllables of %j are those words that hold a letter or a digit: %i', (text, count) => {
  expect(syllableCount(text)).toBe(count);
});

test('a syllable is counted wherever white space and letters of any script stand, half characters among them', () => {
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
