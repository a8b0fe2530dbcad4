import { contestantNames } from '../build/contestants.ts';
import { type BuildKind, type BuildMeasurement, findMeasurement, medianOf, type SizeResults } from './bench-results.ts';
import { markdownTable } from './markdown-table.ts';

/** Ways to publish a million articles: so many sites, built one after the other or each on a machine of its own. */
const ways = [
  { name: 'one site', sites: 1 },
  { name: 'one of sixty sites, a union each', sites: 60 },
  { name: 'one of twenty sites, a year each', sites: 20 },
];
const million = 1_000_000;

/**
 * What a million articles would take with everything on: the straight lines through the measured 10,000 and 100,000
 * articles, continued. Undefined unless both were measured.
 */
export function millionTable(sizes: readonly SizeResults[]): string | undefined {
  const measured = [10_000, 100_000].map((articles) => sizes.find((size) => size.articles === articles));
  const lineOf = (step: BuildKind, value: (build: BuildMeasurement) => number) => {
    const [low, high] = measured.map((size) => {
      const build = findMeasurement(size, contestantNames.whole, step);
      return build && value(build);
    });
    if (low === undefined || high === undefined) return undefined;
    return (articles: number) => low + ((high - low) / 90_000) * (articles - 10_000);
  };
  const lines = [
    lineOf('full', (build) => medianOf(build, 'seconds')),
    lineOf('full', (build) => medianOf(build, 'megabytes')),
    lineOf('edit', (build) => medianOf(build, 'seconds')),
    lineOf('full', ({ files }) => files),
    lineOf('full', ({ bytes }) => bytes),
  ].filter((line) => line !== undefined);
  const formats = [
    formatSeconds,
    formatMegabytes,
    formatSeconds,
    formatCount,
    (bytes: number) => formatMegabytes(bytes / 1e6),
  ];
  if (lines.length < formats.length) return undefined;
  return markdownTable(
    ['', 'articles', 'full build', 'peak memory', 'an edit', 'files', 'bytes'],
    ways.map(({ name, sites }) => {
      const articles = million / sites;
      return [name, formatCount(articles), ...lines.map((line, index) => formats[index]?.(line(articles)) ?? '')];
    }),
  );
}

function formatSeconds(seconds: number): string {
  return seconds < 120 ? `${rounded(seconds)} s` : `${rounded(seconds / 60)} min`;
}

function formatMegabytes(megabytes: number): string {
  return `${rounded(megabytes / 1000)} GB`;
}

function formatCount(number: number): string {
  return Number(number.toPrecision(3)).toLocaleString('en-US');
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
