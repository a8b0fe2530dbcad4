import { expect, test } from 'vitest';
import { findMeasurement, medianRatioOf, mergeResults } from '#bench/report/bench-results.ts';
import { exampleMeasurement, exampleResults, exampleSizeResults } from './example-results.ts';

test('a run without the largest size keeps the older results for it', () => {
  const huge = { ...exampleSizeResults(100_000), day: '2026-01-01' };
  const lighthouse = { day: '2026-01-01', kinds: 33, lowest: [100, 100, 100, 100] };
  const older = { ...exampleResults, search: { articles: 10_000, median: 1, p99: 2, cpu: 3 }, lighthouse };
  const earlier = mergeResults(older, { sizes: [huge] });
  const merged = mergeResults(earlier, { sizes: [{ ...exampleSizeResults(1000), day: '2026-12-24' }] });
  expect(merged.sizes.map(({ articles, day }) => [articles, day])).toEqual([
    [1000, '2026-12-24'],
    [10_000, '2026-11-23'],
    [100_000, '2026-01-01'],
  ]);
  expect(merged.weights).toEqual(exampleResults.weights);
  expect(merged.search?.median).toBe(1);
  expect(merged.lighthouse).toEqual(lighthouse);
});

test('a ratio is the median of the ratios of each round, so that a slow phase affects both sides', () => {
  const [one, other] = [exampleMeasurement('one', [2, 20, 2.2]), exampleMeasurement('other', [1, 10, 1])];
  expect(medianRatioOf(one, other, 'seconds')).toBe(2);
});

test('a round without a counterpart is ignored', () => {
  expect(medianRatioOf(exampleMeasurement('one', [3, 100]), exampleMeasurement('other', [1]), 'seconds')).toBe(3);
});

test('a contestant that failed has no ratio', () => {
  const size = {
    ...exampleSizeResults(1000),
    measured: [exampleMeasurement('floor', []), exampleMeasurement('Hugo', [1])],
  };
  expect(findMeasurement(size, 'floor')).toBeUndefined();
  expect(medianRatioOf(findMeasurement(size, 'Hugo'), findMeasurement(size, 'floor'), 'seconds')).toBeUndefined();
});
