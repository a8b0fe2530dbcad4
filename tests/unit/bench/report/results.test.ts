import { expect, test } from 'vitest';
import { measuredOf, ratioOf, withNewer } from '#bench/report/results.ts';
import { example, measured, sizeOf } from './example-results.ts';

test('a run without the largest size keeps what an older run measured of it', () => {
  const huge = { ...sizeOf(100_000), day: '2026-01-01' };
  const lighthouse = { day: '2026-01-01', kinds: 33, lowest: [100, 100, 100, 100] };
  const before = { ...example, search: { articles: 10_000, median: 1, p99: 2, cpu: 3 }, lighthouse };
  const earlier = withNewer(before, { sizes: [huge] });
  const kept = withNewer(earlier, { sizes: [{ ...sizeOf(1000), day: '2026-12-24' }] });
  expect(kept.sizes.map(({ articles, day }) => [articles, day])).toEqual([
    [1000, '2026-12-24'],
    [10_000, '2026-11-23'],
    [100_000, '2026-01-01'],
  ]);
  expect(kept.weights).toEqual(example.weights);
  expect(kept.search?.median).toBe(1);
  expect(kept.lighthouse).toEqual(lighthouse);
});

test('a ratio is that of each round, then their median: a slow minute slows both', () => {
  const [one, other] = [measured('one', [2, 20, 2.2]), measured('other', [1, 10, 1])];
  expect(ratioOf(one, other, 'seconds')).toBe(2);
});

test('a round that only one of two took part in counts for neither', () => {
  expect(ratioOf(measured('one', [3, 100]), measured('other', [1]), 'seconds')).toBe(3);
});

test('what did not finish has no ratio', () => {
  const size = { ...sizeOf(1000), measured: [measured('floor', []), measured('Hugo', [1])] };
  expect(measuredOf(size, 'floor')).toBeUndefined();
  expect(ratioOf(measuredOf(size, 'Hugo'), measuredOf(size, 'floor'), 'seconds')).toBeUndefined();
});
