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
