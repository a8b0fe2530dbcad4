import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#site/settings.ts';
import { benchReport } from './bench-report.ts';
import { growthChart } from './growth-chart.ts';
import { type BenchResults, withNewer } from './results.ts';

function docsFile(form: 'json' | 'md' | 'svg'): string {
  return join(root, 'docs', `bench.${form}`);
}

/** All that was measured before, from docs/bench.json. */
export function keptResults(): BenchResults {
  return existsSync(docsFile('json')) ? JSON.parse(readFileSync(docsFile('json'), 'utf8')) : { sizes: [], weights: [] };
}

/** Puts what was measured in the place of older figures of the same, and writes docs/bench.* anew. */
export function keepResults(newer: Partial<BenchResults> = {}): void {
  const all = withNewer(keptResults(), newer);
  writeFileSync(docsFile('json'), `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(docsFile('md'), benchReport(all));
  writeFileSync(docsFile('svg'), growthChart(all.sizes));
}
