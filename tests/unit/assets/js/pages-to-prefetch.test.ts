import { expect, test } from 'vitest';
import type { CacheEntry } from '../../../../assets/js/cacheable-copy.ts';
import { urlsToPrefetch } from '../../../../assets/js/urls-to-prefetch.ts';

const day = 24 * 60 * 60_000;
const now = 10 * day;
const cached = (url: string, time: number): CacheEntry => ({ url, cachedAt: time, bytes: 1 });

test('a page that is not cached is fetched, in the order of the news', () => {
  expect(urlsToPrefetch(['c', 'b', 'a'], [cached('b', now)], now)).toEqual(['c', 'a']);
});

test('with a new article the home page that links to it is fetched; without a new article nothing is', () => {
  expect(urlsToPrefetch(['home', 'b', 'a'], [cached('home', now), cached('a', now)], now)).toEqual(['home', 'b']);
  expect(urlsToPrefetch(['home', 'a'], [cached('home', now), cached('a', now)], now)).toEqual([]);
});

test('a page cached a day ago is fetched again, because it may have been corrected', () => {
  expect(urlsToPrefetch(['a', 'b'], [cached('a', now - day), cached('b', now - day + 1)], now)).toEqual(['a']);
  expect(urlsToPrefetch(['a', 'b'], [cached('a', now), cached('b', now - day)], now)).toEqual(['a', 'b']);
});

test('of a page cached twice the newer copy counts', () => {
  expect(urlsToPrefetch(['a'], [cached('a', 0), cached('a', now - 1)], now)).toEqual([]);
});

test('a page cached in the future, before the clock was set back, is fetched again', () => {
  expect(urlsToPrefetch(['a'], [cached('a', now + day)], now)).toEqual(['a']);
});
