import type { BenchResults, BuildMeasurement, SizeResults } from '#bench/report/bench-results.ts';

/** A measurement with one round per number of seconds, and 100 MB per second. */
export function exampleMeasurement(
  contestant: string,
  seconds: readonly number[],
  step: BuildMeasurement['step'] = 'full',
): BuildMeasurement {
  const rounds = seconds.map((value) => ({ seconds: value, cpu: value, megabytes: value * 100 }));
  return { contestant, step, rounds, files: 12, bytes: 3_400_000, ...(step !== 'full' && { changed: 2 }) };
}

/**
 * Results in which every contestant takes 1 s per 1,000 articles, ours 2 s, everything 3 s; an edit of everything takes
 * a tenth of that, and nothing was built without a change.
 */
export function exampleSizeResults(articles: number): SizeResults {
  const baseline = articles / 1000;
  return {
    articles,
    day: '2026-11-23',
    node: '24.0.0',
    cores: 2,
    hugo: '0.111.3',
    measured: [
      ...['floor', 'Hugo', 'Eleventy starter'].map((name) => exampleMeasurement(name, [baseline, baseline, baseline])),
      exampleMeasurement('ours, core', [2 * baseline, 2 * baseline, 2 * baseline]),
      exampleMeasurement('ours, core', [0.1 * baseline, 0.1 * baseline, 0.1 * baseline], 'edit'),
      exampleMeasurement('ours, everything', [3 * baseline, 3 * baseline, 3 * baseline]),
      exampleMeasurement('ours, everything', [0.3 * baseline, 0.3 * baseline, 0.3 * baseline], 'edit'),
    ],
  };
}

export const exampleResults: BenchResults = {
  sizes: [exampleSizeResults(1000), exampleSizeResults(10_000)],
  weights: [{ kind: 'home', pages: 1, median: 9000, heaviest: 9000, blocking: 0, thirdParty: 0 }],
};
