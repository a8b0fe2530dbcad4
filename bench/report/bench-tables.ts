import { contestantNames as names } from '../build/contestants.ts';
import { benchGoals } from './bench-goals.ts';
import {
  type BenchResults,
  type BuildMeasurement,
  findMeasurement,
  type KindWeight,
  medianOf,
  medianRatioOf,
  type SearchCost,
  type SizeResults,
} from './bench-results.ts';
import { markdownTable } from './markdown-table.ts';
import { millionTable } from './million-table.ts';
import { percentile } from './percentile.ts';

const stepNames = {
  full: 'full',
  unchanged: 'nothing changed',
  edit: 'one article edited',
  add: 'one article added',
};

/** The tables of docs/bench.md by the name in their markers. */
export function benchTables(results: BenchResults): Readonly<Record<string, string>> {
  const { sizes, weights, search } = results;
  const million = millionTable(sizes);
  return {
    goals: goalsTable(results),
    runs: runsTable(sizes),
    ...Object.fromEntries(sizes.map((size) => [`${size.articles} articles`, buildsTable(size)])),
    ...(million && { million }),
    pages: pagesTable(weights),
    ...(search && { 'first search': searchTable(search) }),
  };
}

function goalsTable(results: BenchResults): string {
  return markdownTable(
    ['', 'measured', 'figures', 'aim', ''],
    benchGoals(results).map(({ what, aim, measured, figures, met }) => [
      what,
      measured ?? '–',
      figures ?? '',
      aim,
      met === undefined ? 'not measured' : met ? 'met' : 'not met',
    ]),
  );
}

function runsTable(sizes: readonly SizeResults[]): string {
  return markdownTable(
    ['articles', 'day', 'Node', 'Hugo', 'cores', 'load', 'rounds', 'save → page'],
    sizes.map(({ articles, day, node, hugo, cores, load, measured, saves }) => [
      ...[formatCount(articles), day, node, hugo ?? '–', String(cores), load?.toFixed(1) ?? '–', roundCount(measured)],
      saves ? `${percentile(saves, 0.5).toFixed(2)} s` : '–',
    ]),
  );
}

/** "3", or "1 to 3" after an interrupted run. */
function roundCount(measured: readonly BuildMeasurement[]): string {
  const counts = measured.map(({ rounds }) => rounds.length).filter((rounds) => rounds > 0);
  return [...new Set([Math.min(...counts), Math.max(...counts)])].join(' to ');
}

function buildsTable(size: SizeResults): string {
  const core = findMeasurement(size, names.core);
  const rows = size.measured.map((measurement) => [
    `${measurement.contestant}${measurement.step === 'full' ? '' : `, ${stepNames[measurement.step]}`}`,
    ...figureCells(measurement),
    formatRatio(medianRatioOf(measurement, core, 'seconds')),
    formatRatio(medianRatioOf(measurement, core, 'cpu')),
  ]);
  const head = ['', 's', 'CPU s', 'MB', 'files', 'bytes', 'changed', 's ÷ ours, core', 'CPU ÷ ours, core'];
  return markdownTable(head, rows);
}

function figureCells(measurement: BuildMeasurement): string[] {
  if (measurement.rounds.length === 0) return ['did not finish', '', '', '', '', ''];
  return [
    medianOf(measurement, 'seconds').toFixed(2),
    medianOf(measurement, 'cpu').toFixed(2),
    medianOf(measurement, 'megabytes').toFixed(0),
    formatCount(measurement.files),
    `${(measurement.bytes / 1e6).toFixed(1)} MB`,
    measurement.changed === undefined ? '' : formatCount(measurement.changed),
  ];
}

function pagesTable(weights: readonly KindWeight[]): string {
  return markdownTable(
    ['kind', 'pages', 'median', 'heaviest', 'blocking requests', 'third-party requests'],
    weights.map(({ kind, pages, median, heaviest, blocking, thirdParty }) => [
      kind,
      ...[String(pages), kilobytes(median), kilobytes(heaviest), String(blocking), String(thirdParty)],
    ]),
  );
}

function searchTable({ articles, median, p99, cpu }: SearchCost): string {
  return markdownTable(
    ['articles', 'median', 'p99', 'CPU, p95'],
    [[formatCount(articles), kilobytes(median), kilobytes(p99), `${cpu.toFixed(0)} ms`]],
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function formatCount(number: number): string {
  return number.toLocaleString('en-US');
}

function formatRatio(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2);
}
