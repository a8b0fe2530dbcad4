import { expect, test } from 'vitest';
import { feedHistory } from '#news/feed-history.ts';

const item = (date: string) => ({ slug: date, date: new Date(date), draft: false });

test('an article belongs to its month in Việt Nam time', () => {
  const { months } = feedHistory([item('2026-10-31T17:00:00Z'), item('2026-10-31T16:59:59Z')], []);
  expect(months.map(({ year, month, items }) => [year, month, items.length])).toEqual([
    ['2026', '11', 1],
    ['2026', '10', 1],
  ]);
});

test('a feed has as many whole months as it takes for thirty items, and links to the month before', () => {
  const month = (name: string, count: number) => Array.from({ length: count }, () => item(`2026-${name}-15T00:00:00Z`));
  const [september, october, november] = [month('09', 5), month('10', 29), month('11', 1)];
  const exact = feedHistory([...november, ...october, ...september], []);
  expect([exact.newest.length, exact.older?.month]).toEqual([30, '09']);
  const more = feedHistory([...month('12', 31), ...november], []);
  expect([more.newest.length, more.older?.month]).toEqual([31, '11']);
  const all = feedHistory([...november, ...september], []);
  expect([all.newest.length, all.older]).toEqual([6, undefined]);
});

test('a month stays in the history when all its items are hidden', () => {
  const { newest, months } = feedHistory([item('2026-11-15')], [item('2026-10-15'), item('2026-11-15')]);
  expect(newest).toHaveLength(1);
  expect(months.map(({ month, items }) => [month, items.length])).toEqual([
    ['11', 1],
    ['10', 0],
  ]);
});

test('without published items there is no history', () => {
  expect(feedHistory([], [])).toEqual({ newest: [], months: [] });
});
