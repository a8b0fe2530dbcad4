import type { BenchResults, Measured, SizeResults } from '#bench/report/results.ts';

/** A measurement with one round per number of seconds, and 100 MB per second. */
export function measured(contestant: string, seconds: readonly number[], step: Measured['step'] = 'full'): Measured {
  const rounds = seconds.map((value) => ({ seconds: value, cpu: value, megabytes: value * 100 }));
  return { contestant, step, rounds, files: 12, bytes: 3_400_000, ...(step !== 'full' && { changed: 2 }) };
}

/** Results in which every contestant takes 1 s per 1,000 articles, ours 2 s, everything 3 s. */
export function sizeOf(articles: number): SizeResults {
  const baseline = articles / 1000;
  return {
    articles,
    day: '2026-11-23',
    node: '24.0.0',
    cores: 2,
    hugo: '0.111.3',
    measured: [
      ...['floor', 'Hugo', 'Eleventy starter'].map((name) => measured(name, [baseline, baseline, baseline])),
      measured('ours, core', [2 * baseline, 2 * baseline, 2 * baseline]),
      measured('ours, core', [0.1 * baseline, 0.1 * baseline, 0.1 * baseline], 'edit'),
      measured('ours, everything', [3 * baseline, 3 * baseline, 3 * baseline]),
    ],
  };
}

export const example: BenchResults = {
  sizes: [sizeOf(1000), sizeOf(10_000)],
  weights: [{ kind: 'home', pages: 1, median: 9000, heaviest: 9000, blocking: 0, thirdParty: 0 }],
};
