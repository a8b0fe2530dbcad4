import { expect, test } from 'vitest';
import { firstArticle, goals } from '#bench/report/goals.ts';
import { example, measured, sizeOf } from './example-results.ts';

function goalOf(results: typeof example, words: string) {
  return goals(results).find(({ what }) => what.includes(words));
}

test('a goal is met, not met or not measured', () => {
  expect(goalOf(example, '÷ Hugo')).toMatchObject({ measured: '2', aim: '≤ 0.8', met: false });
  expect(goalOf(example, 'everything on ÷ own core')).toMatchObject({ measured: '1.5', aim: '≤ 1.5', met: true });
  expect(goalOf(example, 'one article edited')).toMatchObject({ measured: '0.05', met: true });
  expect(goalOf(example, 'one article added')).toEqual({ what: expect.any(String), aim: '≤ 0.08' });
  expect(goalOf(example, '100,000 ÷ 10,000')).toEqual({ what: expect.any(String), aim: '≤ 10' });
  expect(goalOf(example, 'Lighthouse')?.met).toBeUndefined();
});

test('the Lighthouse goal uses the lowest scores, which must all be 100', () => {
  const lighthouse = { day: '2026-11-23', kinds: 33, lowest: [100, 100, 100, 100] };
  expect(goalOf({ ...example, lighthouse }, 'Lighthouse')).toMatchObject({
    measured: '100 · 100 · 100 · 100',
    met: true,
  });
  const slow = { ...lighthouse, lowest: [99, 100, 100, 100] };
  expect(goalOf({ ...example, lighthouse: slow }, '33 kinds')).toMatchObject({
    measured: '99 · 100 · 100 · 100',
    met: false,
  });
});

test('growth and memory are measured once 100,000 articles were built', () => {
  const huge = { ...example, sizes: [...example.sizes, sizeOf(100_000)] };
  expect(goalOf(huge, '100,000 ÷ 10,000')).toMatchObject({ measured: '10', met: true });
  expect(goalOf(huge, 'peak memory')).toMatchObject({ measured: '20 GB', aim: '≤ 2.5 GB', met: false });
});

test('without Hugo its goal is not measured', () => {
  const without = { ...sizeOf(10_000), measured: [measured('ours, core', [1])] };
  expect(goalOf({ ...example, sizes: [without] }, '÷ Hugo')?.met).toBeUndefined();
});

test('the page weight goal uses the union’s first article; the request goals use the maximum of all pages', () => {
  const [home] = example.weights;
  if (!home) throw new Error('There is no example.');
  const weights = [
    { ...home, thirdParty: 2 },
    { ...home, kind: firstArticle, median: 10_400 },
  ];
  expect(goalOf({ ...example, weights }, 'first article')).toMatchObject({ measured: '10.4 kB', met: false });
  expect(goalOf({ ...example, weights }, 'third parties')).toMatchObject({ measured: '2', aim: '0', met: false });
});
