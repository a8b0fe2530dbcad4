import { expect, test } from 'vitest';
import { feedHistory } from '#news/feed-history.ts';

const item = (date: string) => ({ slug: date, date: new Date(date), draft: false });

test('an article belongs to the month it was in Việt Nam', () => {
  const { months } = feedHistory([item('2026-10-31T17:00:00Z'), item('2026-10-31T16:59:59Z')], []);
  expect(months.map(({ year, month, items }) => [year, month, items.length])).toEqual([
    ['2026', '11', 1],
    ['2026', '10', 1],
  ]);
});

test('a feed holds the months that make up thirty, and goes on with the next', () => {
  const month = (name: string, count: number) => Array.from({ length: count }, () => item(`2026-${name}-15T00:00:00Z`));
  const [september, october, november] = [month('09', 5), month('10', 29), month('11', 1)];
  const exact = feedHistory([...november, ...october, ...september], []);
  expect([exact.newest.length, exact.older?.month]).toEqual([30, '09']);
  const more = feedHistory([...month('12', 31), ...november], []);
  expect([more.newest.length, more.older?.month]).toEqual([31, '11']);
  const all = feedHistory([...november, ...september], []);
  expect([all.newest.length, all.older]).toEqual([6, undefined]);
});

test('a month keeps its place when all that was published in it was taken back', () => {
  const { newest, months } = feedHistory([item('2026-11-15')], [item('2026-10-15'), item('2026-11-15')]);
  expect(newest).toHaveLength(1);
  expect(months.map(({ month, items }) => [month, items.length])).toEqual([
    ['11', 1],
    ['10', 0],
  ]);
});

test('while nothing is published there is no history', () => {
  expect(feedHistory([], [])).toEqual({ newest: [], months: [] });
});
