import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';
import { type BenchResults, mergeResults } from './bench-results.ts';
import { benchTables } from './bench-tables.ts';
import { growthChart } from './growth-chart.ts';
import { replaceTables } from './replace-tables.ts';

function docsFile(extension: 'json' | 'md' | 'svg'): string {
  return join(projectRoot, 'docs', `bench.${extension}`);
}

/** The saved results, from docs/bench.json. */
export function readBenchResults(): BenchResults {
  return existsSync(docsFile('json')) ? JSON.parse(readFileSync(docsFile('json'), 'utf8')) : { sizes: [], weights: [] };
}

/** Replaces older results of the same measurements and writes the data, the chart and the tables of docs/bench.*. */
export function saveBenchResults(newer: Partial<BenchResults> = {}): void {
  const results = mergeResults(readBenchResults(), newer);
  writeFileSync(docsFile('json'), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(docsFile('md'), replaceTables(readFileSync(docsFile('md'), 'utf8'), benchTables(results)));
  writeFileSync(docsFile('svg'), growthChart(results.sizes));
}
