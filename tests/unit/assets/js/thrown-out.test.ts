import { expect, test } from 'vitest';
import { thrownOut } from '../../../../assets/js/thrown-out.ts';

const kept = (url: string, at: number, bytes = 10) => ({ url, at, bytes });
const gone = (...args: Parameters<typeof thrownOut>) => thrownOut(...args).map(({ url }) => url);

const four = [kept('c', 3), kept('a', 1), kept('d', 4), kept('b', 2)];

test('nothing goes while all is within bounds', () => {
  expect(gone(four, { count: 4, bytes: 40 })).toEqual([]);
  expect(gone([], { count: 0, bytes: 0 })).toEqual([]);
});

test('of too many the oldest go, whatever their order', () => {
  expect(gone(four, { count: 2, bytes: 1000 })).toEqual(['a', 'b']);
});

test('of too many bytes the oldest go', () => {
  expect(gone(four, { count: 100, bytes: 29 })).toEqual(['a', 'b']);
});

test('what is larger than all there may be goes, and what is older than it', () => {
  expect(gone([kept('small', 1), kept('large', 2, 100), kept('new', 3)], { count: 9, bytes: 50 })).toEqual([
    'small',
    'large',
  ]);
});
