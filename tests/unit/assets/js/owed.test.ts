import { expect, test } from 'vitest';
import { owed } from '../../../../assets/js/owed.ts';

const day = 24 * 60 * 60_000;
const now = 10 * day;
const kept = (url: string, at: number) => ({ url, at, bytes: 1 });

test('a page that is not kept is fetched, in the order of the news', () => {
  expect(owed(['c', 'b', 'a'], [kept('b', now)], now)).toEqual(['c', 'a']);
});

test('with a new article comes the home page that tells of it; while there is none, nothing is fetched', () => {
  expect(owed(['home', 'b', 'a'], [kept('home', now), kept('a', now)], now)).toEqual(['home', 'b']);
  expect(owed(['home', 'a'], [kept('home', now), kept('a', now)], now)).toEqual([]);
});

test('a page kept a day ago is fetched again, for it may have been corrected', () => {
  expect(owed(['a', 'b'], [kept('a', now - day), kept('b', now - day + 1)], now)).toEqual(['a']);
  expect(owed(['a', 'b'], [kept('a', now), kept('b', now - day)], now)).toEqual(['a', 'b']);
});

test('a page kept twice is as young as its younger copy', () => {
  expect(owed(['a'], [kept('a', 0), kept('a', now - 1)], now)).toEqual([]);
});

test('a clock that was set back does not keep a page young for ever', () => {
  expect(owed(['a'], [kept('a', now + day)], now)).toEqual(['a']);
});
