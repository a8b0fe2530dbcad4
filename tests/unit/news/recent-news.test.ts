import { expect, test } from 'vitest';
import { nextNewsExpiry, recentNews } from '#news/recent-news.ts';

const item = (slug: string, date: string, more: { draft?: boolean; expires?: Date } = {}) => ({
  slug,
  date: new Date(date),
  draft: false,
  ...more,
});
const slugs = (items: readonly { slug: string }[]) => items.map(({ slug }) => slug);

test('an article is news for 48 hours from its date, and the site must be built again exactly at the end', () => {
  const articles = [item('a', '2026-11-23T01:00:00Z'), item('b', '2026-11-24T01:00:00Z')];
  const at = (instant: string) => [
    slugs(recentNews(articles, new Date(instant))),
    nextNewsExpiry(articles, new Date(instant)),
  ];
  expect(at('2026-11-23T00:59:59.999Z')).toEqual([[], undefined]);
  expect(at('2026-11-23T01:00:00Z')).toEqual([['a'], new Date('2026-11-25T01:00:00Z')]);
  expect(at('2026-11-25T00:59:59.999Z')).toEqual([['a', 'b'], new Date('2026-11-25T01:00:00Z')]);
  expect(at('2026-11-25T01:00:00Z')).toEqual([['b'], new Date('2026-11-26T01:00:00Z')]);
  expect(at('2026-11-26T01:00:00Z')).toEqual([[], undefined]);
});

test('a hidden article is not news', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const articles = [
    item('nhap', '2026-11-23T01:00:00Z', { draft: true }),
    item('het', '2026-11-23T01:00:00Z', { expires: new Date('2026-11-23T07:00:00Z') }),
  ];
  expect(recentNews(articles, now)).toEqual([]);
  expect(nextNewsExpiry(articles, now)).toBeUndefined();
});
