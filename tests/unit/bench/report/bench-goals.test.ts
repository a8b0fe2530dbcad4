import { expect, test } from 'vitest';
import { benchGoals, unionArticleKind } from '#bench/report/bench-goals.ts';
import { exampleMeasurement, exampleResults, exampleSizeResults } from './example-results.ts';

function goalOf(results: typeof exampleResults, words: string) {
  return benchGoals(results).find(({ what }) => what.includes(words));
}

test('a goal is met, not met or not measured; a ratio is given with its two figures and the version of Hugo', () => {
  expect(goalOf(exampleResults, '÷ Hugo 0.111.3: time')).toMatchObject({
    ...{ measured: '2', figures: '20.00 s ÷ 10.00 s', aim: '≤ 1.5', met: false },
  });
  expect(goalOf(exampleResults, '÷ floor')).toMatchObject({ measured: '2', aim: '≤ 2.4', met: true });
  expect(goalOf(exampleResults, '10,000 articles: one edited')).toMatchObject({
    ...{ measured: '0.3', figures: '3.00 s ÷ 10.00 s', aim: '≤ 0.25', met: false },
  });
  expect(goalOf(exampleResults, 'nothing changed')).toEqual({ what: expect.any(String), aim: '≤ 0.12' });
  expect(goalOf(exampleResults, '100,000 ÷ 10,000')).toEqual({ what: expect.any(String), aim: '≤ 4' });
  expect(goalOf(exampleResults, 'Lighthouse')?.met).toBeUndefined();
});

test('a goal for the speed with everything on has a lower limit', () => {
  const goal = goalOf(exampleResults, 'articles a second');
  expect(goal).toMatchObject({ measured: '0.333', figures: '333/s ÷ 1000/s', aim: '≥ 0.4', met: false });
  const [small, medium] = exampleResults.sizes;
  if (!small || !medium) throw new Error('There is no example.');
  const measured = medium.measured.map((build) =>
    build.contestant === 'ours, everything' ? exampleMeasurement('ours, everything', [20, 20, 20], build.step) : build,
  );
  const faster = { ...exampleResults, sizes: [small, { ...medium, measured }] };
  expect(goalOf(faster, 'articles a second')).toMatchObject({ measured: '0.5', met: true });
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
  expect(goalOf(huge, '100,000 ÷ 10,000 articles: full build, core')).toMatchObject({ measured: '10', met: true });
  expect(goalOf(huge, '100,000 ÷ 10,000 articles: one article edited')).toMatchObject({
    ...{ measured: '10', figures: '10.00 s ÷ 1.00 s', aim: '≤ 4', met: false },
  });
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

test('the check, the first visit and the counter have the median of their rounds', () => {
  const checks = {
    new: { files: 2000, seconds: [1.6, 1.2, 1.4] },
    known: { files: 10_000, seconds: [0.9, 0.8, 0.6] },
  };
  const visit = { requests: 14, bytes: 81_000, paint: [800, 900, 1000] };
  const counter = { day: '2026-11-24', ratios: { 64: 1.8, 256: 1.7 } };
  const results = { ...exampleResults, checks, visit, counter };
  expect(goalOf(results, '2,000 new files')).toMatchObject({ measured: '1.4 s', met: true });
  expect(goalOf(results, '10,000 known files')).toMatchObject({ measured: '0.8 s', met: false });
  expect(goalOf(results, 'all requests')).toMatchObject({ measured: '14', aim: '≤ 9', met: false });
  expect(goalOf(results, 'bytes of all responses')).toMatchObject({ measured: '81 kB', met: false });
  expect(goalOf(results, '256 connections (2026-11-24)')).toMatchObject({ measured: '1.7', met: false });
  expect(goalOf(results, '64 connections (2026-11-24)')).toMatchObject({ measured: '1.8', met: true });
});

test('the first paint is compared with that of another site round by round; without it only its time is given', () => {
  const visit = { requests: 14, bytes: 81_000, paint: [800, 900, 1000] };
  const alone = goalOf({ ...exampleResults, visit }, 'first paint');
  expect(alone).toMatchObject({ figures: '900 ms' });
  expect(alone?.met).toBeUndefined();
  const compared = { ...visit, otherPaint: [800, 600, 1000] };
  expect(goalOf({ ...exampleResults, visit: compared }, 'first paint')).toMatchObject({
    ...{ measured: '1', figures: '900 ms ÷ 800 ms', met: true },
  });
});
