import { expect, test } from 'vitest';
import type { Article } from '#news/article.ts';
import { mostReadArticles, type Snapshot, snapshotSchema, visitStatistics } from '#news/visit-statistics.ts';

const now = new Date('2026-11-23T01:00:00Z');

function snapshotAt(at: string, more: Record<string, unknown> = {}): Snapshot {
  return snapshotSchema.parse({ v: 1, at, total: 0, today: 0, pages: {}, days: {}, months: {}, recent: {}, ...more });
}

test('the statistics are those of the newest snapshot, in any order of snapshots', () => {
  const older = snapshotAt('2026-10-01T01:00:00.000Z', { total: 100 });
  const newer = snapshotAt('2026-11-01T01:00:00.000Z', {
    total: 200,
    carried: { visits: 50, taken: '2026-01-01' },
  });
  for (const snapshots of [
    [older, newer],
    [newer, older],
  ])
    expect(visitStatistics(snapshots, now)).toMatchObject({ taken: newer.at, total: 200, carried: { visits: 50 } });
  expect(visitStatistics([], now)).toBeUndefined();
});

test('a snapshot from after the build time is ignored, so a build of a fixed instant is reproducible', () => {
  const older = snapshotAt('2026-11-01T01:00:00.000Z', { total: 100 });
  const later = snapshotAt('2026-11-24T01:00:00.000Z', { total: 200, months: { '2026-11': 9 } });
  expect(visitStatistics([older, later], now)).toEqual(visitStatistics([older], now));
  expect(visitStatistics([later], now)).toBeUndefined();
});

test('a month that the counter has dropped, wholly or in part, keeps its highest count', () => {
  const snapshots = [
    snapshotAt('2026-01-05T01:00:00.000Z', { months: { '2025-12': 300, '2026-01': 40 } }),
    snapshotAt('2026-11-05T01:00:00.000Z', { months: { '2026-01': 310, '2026-11': 20 } }),
    snapshotAt('2026-11-20T01:00:00.000Z', { months: { '2026-01': 90, '2026-11': 80 } }),
  ];
  expect(visitStatistics(snapshots, now)?.months).toEqual([
    { period: '2025-12', visits: 300 },
    { period: '2026-01', visits: 310 },
    { period: '2026-11', visits: 80 },
  ]);
});

test('days are complete and without gaps: an unfinished day is left out, a day without visits counts 0', () => {
  const days = { '2026-11-20': 5, '2026-11-22': 7, '2026-11-23': 1 };
  expect(visitStatistics([snapshotAt('2026-11-22T17:30:00.000Z', { days })], now)?.days).toEqual([
    { period: '2026-11-20', visits: 5 },
    { period: '2026-11-21', visits: 0 },
    { period: '2026-11-22', visits: 7 },
  ]);
});

test('only existing articles with views are among the most read', () => {
  const articles = ['mot', 'hai', 'ba', 'bon'].map((slug) => ({ slug }) as Article);
  const views = { '/kho/bai-viet/mot/': 10, '/kho/bai-viet/ba/': 20, '/kho/bai-viet/da-go/': 900, '/bai-viet/hai/': 5 };
  const read = mostReadArticles(articles, views, ({ slug }) => `/kho/bai-viet/${slug}/`, 5);
  expect(read.map(({ article, views: count }) => [article.slug, count])).toEqual([
    ['ba', 20],
    ['mot', 10],
  ]);
  expect(mostReadArticles(articles, views, ({ slug }) => `/kho/bai-viet/${slug}/`, 1)).toHaveLength(1);
});
