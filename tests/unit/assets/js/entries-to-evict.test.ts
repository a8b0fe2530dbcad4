import { expect, test } from 'vitest';
import type { CacheEntry } from '../../../../assets/js/cacheable-copy.ts';
import { entriesToEvict } from '../../../../assets/js/entries-to-evict.ts';

const entry = (url: string, time: number, bytes = 10): CacheEntry => ({ url, cachedAt: time, bytes });
const evicted = (...args: Parameters<typeof entriesToEvict>) => entriesToEvict(...args).map(({ url }) => url);

const entries = [entry('c', 3), entry('a', 1), entry('d', 4), entry('b', 2)];

test('nothing is evicted within the limits', () => {
  expect(evicted(entries, { count: 4, bytes: 40 })).toEqual([]);
  expect(evicted([], { count: 0, bytes: 0 })).toEqual([]);
});

test('of too many entries the oldest are evicted, in whatever order they are given', () => {
  expect(evicted(entries, { count: 2, bytes: 1000 })).toEqual(['a', 'b']);
});

test('of too many bytes the oldest are evicted', () => {
  expect(evicted(entries, { count: 100, bytes: 29 })).toEqual(['a', 'b']);
});

test('an entry larger than the limit is evicted, and all older ones', () => {
  expect(evicted([entry('small', 1), entry('large', 2, 100), entry('new', 3)], { count: 9, bytes: 50 })).toEqual([
    'small',
    'large',
  ]);
});
