import { expect, test } from 'vitest';
import { grouped } from '#vietnamese/count.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [12_345, '12.345'],
  [1_234_567, '1.234.567'],
])('%s is printed %s', (number, printed) => {
  expect(grouped(number)).toBe(printed);
});
