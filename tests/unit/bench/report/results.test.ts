import { expect, test } from 'vitest';
import { measuredOf, ratioOf, withNewer } from '#bench/report/results.ts';
import { example, measured, sizeOf } from './example-results.ts';

test('a run without the largest size keeps the older results for it', () => {
  const huge = { ...sizeOf(100_000), day: '2026-01-01' };
  const lighthouse = { day: '2026-01-01', kinds: 33, lowest: [100, 100, 100, 100] };
  const older = { ...example, search: { articles: 10_000, median: 1, p99: 2, cpu: 3 }, lighthouse };
  const earlier = withNewer(older, { sizes: [huge] });
  const merged = withNewer(earlier, { sizes: [{ ...sizeOf(1000), day: '2026-12-24' }] });
  expect(merged.sizes.map(({ articles, day }) => [articles, day])).toEqual([
    [1000, '2026-12-24'],
    [10_000, '2026-11-23'],
    [100_000, '2026-01-01'],
  ]);
  expect(merged.weights).toEqual(example.weights);
  expect(merged.search?.median).toBe(1);
  expect(merged.lighthouse).toEqual(lighthouse);
});

test('a ratio is the median of the ratios of each round, so that a slow phase affects both sides', () => {
  const [one, other] = [measured('one', [2, 20, 2.2]), measured('other', [1, 10, 1])];
  expect(ratioOf(one, other, 'seconds')).toBe(2);
});

test('a round without a counterpart is ignored', () => {
  expect(ratioOf(measured('one', [3, 100]), measured('other', [1]), 'seconds')).toBe(3);
});

test('a contestant that failed has no ratio', () => {
  const size = { ...sizeOf(1000), measured: [measured('floor', []), measured('Hugo', [1])] };
  expect(measuredOf(size, 'floor')).toBeUndefined();
  expect(ratioOf(measuredOf(size, 'Hugo'), measuredOf(size, 'floor'), 'seconds')).toBeUndefined();
});
