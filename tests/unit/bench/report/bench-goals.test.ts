import { expect, test } from 'vitest';
import { benchGoals, unionArticleKind } from '#bench/report/bench-goals.ts';
import { exampleMeasurement, exampleResults, exampleSizeResults } from './example-results.ts';

function goalOf(results: typeof exampleResults, words: string) {
  return benchGoals(results).find(({ what }) => what.includes(words));
}

test('a goal is met, not met or not measured', () => {
  expect(goalOf(exampleResults, '÷ Hugo')).toMatchObject({ measured: '2', aim: '≤ 0.8', met: false });
  expect(goalOf(exampleResults, 'everything on ÷ own core')).toMatchObject({
    measured: '1.5',
    aim: '≤ 1.5',
    met: true,
  });
  expect(goalOf(exampleResults, 'one article edited')).toMatchObject({ measured: '0.05', met: true });
  expect(goalOf(exampleResults, 'one article added')).toEqual({ what: expect.any(String), aim: '≤ 0.08' });
  expect(goalOf(exampleResults, '100,000 ÷ 10,000')).toEqual({ what: expect.any(String), aim: '≤ 10' });
  expect(goalOf(exampleResults, 'Lighthouse')?.met).toBeUndefined();
});

test('the Lighthouse goal uses the lowest scores, which must all be 100', () => {
  const lighthouse = { day: '2026-11-23', kinds: 33, lowest: [100, 100, 100, 100] };
  expect(goalOf({ ...exampleResults, lighthouse }, 'Lighthouse')).toMatchObject({
    measured: '100 · 100 · 100 · 100',
    met: true,
  });
  const slow = { ...lighthouse, lowest: [99, 100, 100, 100] };
  expect(goalOf({ ...exampleResults, lighthouse: slow }, '33 kinds')).toMatchObject({
    measured: '99 · 100 · 100 · 100',
    met: false,
  });
});

test('growth and memory are measured once 100,000 articles were built', () => {
  const huge = { ...exampleResults, sizes: [...exampleResults.sizes, exampleSizeResults(100_000)] };
  expect(goalOf(huge, '100,000 ÷ 10,000')).toMatchObject({ measured: '10', met: true });
  expect(goalOf(huge, 'peak memory')).toMatchObject({ measured: '20 GB', aim: '≤ 2.5 GB', met: false });
});

test('without Hugo its goal is not measured', () => {
  const without = { ...exampleSizeResults(10_000), measured: [exampleMeasurement('ours, core', [1])] };
  expect(goalOf({ ...exampleResults, sizes: [without] }, '÷ Hugo')?.met).toBeUndefined();
});

test('the page weight goal uses the union’s first article; the request goals use the maximum of all pages', () => {
  const [home] = exampleResults.weights;
  if (!home) throw new Error('There is no example.');
  const weights = [
    { ...home, thirdParty: 2 },
    { ...home, kind: unionArticleKind, median: 10_400 },
  ];
  expect(goalOf({ ...exampleResults, weights }, 'first article')).toMatchObject({ measured: '10.4 kB', met: false });
  expect(goalOf({ ...exampleResults, weights }, 'third parties')).toMatchObject({
    measured: '2',
    aim: '0',
    met: false,
  });
});
