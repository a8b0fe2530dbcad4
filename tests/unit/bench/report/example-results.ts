import type { BenchResults, Measured, SizeResults } from '#bench/report/results.ts';

/** A measurement of three rounds that took so many seconds each, and as many megabytes by a hundred. */
export function measured(contestant: string, seconds: readonly number[], step: Measured['step'] = 'full'): Measured {
  const rounds = seconds.map((each) => ({ seconds: each, cpu: each, megabytes: each * 100 }));
  return { contestant, step, rounds, files: 12, bytes: 3_400_000, ...(step !== 'full' && { changed: 2 }) };
}

/** A run over so many articles in which everyone takes a second for every thousand, ours twice as long. */
export function sizeOf(articles: number): SizeResults {
  const whole = articles / 1000;
  return {
    articles,
    day: '2026-11-23',
    node: '24.0.0',
    cores: 2,
    hugo: '0.111.3',
    measured: [
      ...['floor', 'Hugo', 'Eleventy starter'].map((name) => measured(name, [whole, whole, whole])),
      measured('ours, core', [2 * whole, 2 * whole, 2 * whole]),
      measured('ours, core', [0.1 * whole, 0.1 * whole, 0.1 * whole], 'edit'),
      measured('ours, everything', [3 * whole, 3 * whole, 3 * whole]),
    ],
  };
}

export const example: BenchResults = {
  sizes: [sizeOf(1000), sizeOf(10_000)],
  weights: [{ kind: 'home', pages: 1, median: 9000, heaviest: 9000, blocking: 0, thirdParty: 0 }],
};
