import { contestantNames as names } from '../build/contestants.ts';
import type { RunMeasurement } from '../build/run-measured.ts';
import {
  type BenchResults,
  type BuildKind,
  type BuildMeasurement,
  type FirstVisit,
  findMeasurement,
  type KindWeight,
  type LighthouseResults,
  medianOf,
  medianRatioOf,
  type SizeResults,
} from './bench-results.ts';
import { percentile } from './percentile.ts';

/** A goal of the project and its measured value. */
export interface BenchGoal {
  readonly what: string;
  readonly aim: string;
  /** Absent if it was not measured. */
  readonly measured?: string;
  /** The two figures of a ratio, like "1.50 s ÷ 6.00 s". */
  readonly figures?: string;
  readonly met?: boolean;
}

/** The kinds of page whose weight has a goal: the union's own first article, and its home page while it has only that. */
export const unionArticleKind = 'article of the union';
export const unionHomeKind = 'home page of the union';

/** All goals in the order of the report. */
export function benchGoals(results: BenchResults): BenchGoal[] {
  const sizeOf = (articles: number) => results.sizes.find((size) => size.articles === articles);
  const [medium, large] = [sizeOf(10_000), sizeOf(100_000)];
  return [
    ...incrementalGoals(medium, large),
    ...fullGoals(medium, large),
    ...editorGoals(medium, results),
    ...readerGoals(results),
    ...searchGoals(results),
    ...counterGoals(results),
  ];
}

function incrementalGoals(medium: SizeResults | undefined, large: SizeResults | undefined): BenchGoal[] {
  const ofHugo = (size: SizeResults | undefined, what: string, step: BuildKind, limit: number) =>
    ratioGoal(
      `${what}, cold process, everything on, ÷ full build of ${hugoName(size)}, which has no other`,
      [findMeasurement(size, names.whole, step), findMeasurement(size, names.hugo)],
      limit,
    );
  return [
    ofHugo(medium, '10,000 articles: one edited', 'edit', 0.25),
    ofHugo(medium, '10,000 articles: nothing changed', 'unchanged', 0.12),
    ofHugo(large, '100,000 articles: one edited', 'edit', 0.15),
    growthGoal('one article edited, cold process, core', [large, medium], names.core, 'edit', 4),
  ];
}

function fullGoals(medium: SizeResults | undefined, large: SizeResults | undefined): BenchGoal[] {
  const [core, everything] = [findMeasurement(medium, names.core), findMeasurement(medium, names.whole)];
  const [hugo, floor] = [findMeasurement(medium, names.hugo), findMeasurement(medium, names.floor)];
  return [
    ratioGoal(`full build of the core, 10,000 articles, ÷ ${hugoName(medium)}: time`, [core, hugo], 1.5),
    ratioGoal(`full build of the core, 10,000 articles, ÷ ${hugoName(medium)}: CPU time`, [core, hugo], 1.3, 'cpu'),
    ratioGoal('full build of the core, 10,000 articles, ÷ floor: time', [core, floor], 2.4),
    speedGoal(
      `full build with everything on, 10,000 articles: articles a second ÷ ${hugoName(medium)} building the core`,
      [everything, hugo],
    ),
    growthGoal('full build, core', [large, medium], names.core, 'full', 10),
    growthGoal('full build, everything on', [large, medium], names.whole, 'full', 10),
    goal('peak memory at 100,000 articles, core', gigabytesOf(large, names.core), 2.5, ' GB'),
    goal('peak memory at 100,000 articles, everything on', gigabytesOf(large, names.whole), 3, ' GB'),
  ];
}

function editorGoals(medium: SizeResults | undefined, { checks }: BenchResults): BenchGoal[] {
  const count = (files: number | undefined, otherwise: number) => (files ?? otherwise).toLocaleString('en-US');
  return [
    goal('save → new page under `npm start`, 10,000 articles, everything on', median(medium?.saves), 0.35, ' s'),
    goal(`\`npm run check\`: ${count(checks?.new.files, 2000)} new files`, median(checks?.new.seconds), 1.5, ' s'),
    goal(
      `\`npm run check\`: ${count(checks?.known.files, 10_000)} known files, one of them changed`,
      median(checks?.known.seconds),
      0.7,
      ' s',
    ),
  ];
}

function readerGoals({ weights, visit, lighthouse }: BenchResults): BenchGoal[] {
  const kilobytesOf = (kind: string) => kilobytes(weights.find((weight) => weight.kind === kind)?.median);
  const maxOf = (measure: keyof KindWeight & ('blocking' | 'thirdParty')) =>
    weights.length > 0 ? Math.max(...weights.map((weight) => weight[measure])) : undefined;
  return [
    goal(
      "the union's first article, HTML and style in Brotli, before pictures",
      kilobytesOf(unionArticleKind),
      6.6,
      ' kB',
    ),
    goal("the union's home page with this article alone, the same", kilobytesOf(unionHomeKind), 5.02, ' kB'),
    goal('a first visit to this article: all requests, those of the service worker included', visit?.requests, 9),
    goal('a first visit to this article: bytes of all responses', kilobytes(visit?.bytes), 45, ' kB'),
    paintGoal(visit),
    goal('requests that block rendering, any page', maxOf('blocking'), 0),
    goal('requests to third parties, any page', maxOf('thirdParty'), 0),
    lighthouseGoal(lighthouse),
  ];
}

function searchGoals({ search }: BenchResults): BenchGoal[] {
  const what = 'first search, 10,000 articles';
  return [
    goal(`${what}, script included, median`, kilobytes(search?.median), 70, ' kB'),
    goal(`${what}, script included, p99`, kilobytes(search?.p99), 130, ' kB'),
    goal(`${what}, CPU in Node, p95`, search?.cpu, 100, ' ms'),
  ];
}

/** Measured by `npm run bench:counter`. */
function counterGoals({ counter }: BenchResults): BenchGoal[] {
  const what = 'CPU time of the counter for a durable hit ÷ a bare server';
  const day = counter ? ` (${counter.day})` : '';
  return [
    goal(`${what}, 256 connections${day}`, counter?.ratios[256], 1.6),
    goal(`${what}, 64 connections${day}`, counter?.ratios[64], 1.9),
  ];
}

/** Without another site the time alone is given. */
function paintGoal(visit: FirstVisit | undefined): BenchGoal {
  const { paint, otherPaint } = visit ?? {};
  const ratios = paint && otherPaint?.map((other, round) => (paint[round] ?? Number.NaN) / other);
  const figures = [paint, otherPaint].flatMap((times) => (times ? [`${median(times)?.toFixed(0)} ms`] : []));
  return {
    ...goal('first paint of this article on slow 4G ÷ that on eleventy-base-blog', median(ratios), 1.1),
    ...(paint && { figures: figures.join(' ÷ ') }),
  };
}

/** Measured by `npm run lighthouse`: the lowest score of each group. */
function lighthouseGoal(results: LighthouseResults | undefined): BenchGoal {
  const aim = [100, 100, 100, 100].join(' · ');
  if (!results) return { what: 'Lighthouse, every kind of page, mobile', aim };
  const { day, kinds, lowest } = results;
  const what = `Lighthouse, a page of each of ${kinds} kinds, mobile, the lowest of each group (${day})`;
  return { what, aim, measured: lowest.join(' · '), met: lowest.every((score) => score === 100) };
}

function hugoName(size: SizeResults | undefined): string {
  return size?.hugo ? `Hugo ${size.hugo}` : 'Hugo';
}

function gigabytesOf(size: SizeResults | undefined, name: string): number | undefined {
  const measurement = findMeasurement(size, name);
  return measurement && medianOf(measurement, 'megabytes') / 1000;
}

function median(numbers: readonly number[] | undefined): number | undefined {
  return numbers && percentile(numbers, 0.5);
}

function kilobytes(bytes: number | undefined): number | undefined {
  return bytes && bytes / 1000;
}

type Pair = readonly [one: BuildMeasurement | undefined, other: BuildMeasurement | undefined];

/** A goal for the ratio of two builds of the same run. */
function ratioGoal(what: string, pair: Pair, limit: number, measure: keyof RunMeasurement = 'seconds'): BenchGoal {
  return {
    ...goal(what, medianRatioOf(...pair, measure), limit),
    ...figuresOf(pair, (one) => seconds(medianOf(one, measure))),
  };
}

/** A goal for how much longer a build takes with ten times the articles. */
function growthGoal(
  what: string,
  sizes: readonly [large: SizeResults | undefined, medium: SizeResults | undefined],
  name: string,
  step: BuildKind,
  limit: number,
): BenchGoal {
  const [large, medium] = [findMeasurement(sizes[0], name, step), findMeasurement(sizes[1], name, step)];
  const growth = large && medium && medianOf(large, 'seconds') / medianOf(medium, 'seconds');
  return {
    ...goal(`100,000 ÷ 10,000 articles: ${what}`, growth, limit),
    ...figuresOf([large, medium], (one) => seconds(medianOf(one, 'seconds'))),
  };
}

/** A goal for the articles that one program builds in the time in which another builds one. */
function speedGoal(what: string, [one, other]: Pair): BenchGoal {
  const limit = 0.4;
  const ratio = medianRatioOf(other, one, 'seconds');
  return {
    ...{ what, aim: `≥ ${limit}` },
    ...(ratio !== undefined && { measured: rounded(ratio), met: ratio >= limit }),
    ...figuresOf([one, other], (build) => `${(10_000 / medianOf(build, 'seconds')).toFixed(0)}/s`),
  };
}

function figuresOf([one, other]: Pair, format: (build: BuildMeasurement) => string): Pick<BenchGoal, 'figures'> {
  return one && other ? { figures: `${format(one)} ÷ ${format(other)}` } : {};
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A goal with an upper limit. */
function goal(what: string, measured: number | undefined, limit: number, unit = ''): BenchGoal {
  const aim = limit === 0 ? '0' : `≤ ${limit}${unit}`;
  if (measured === undefined) return { what, aim };
  return { what, aim, measured: rounded(measured) + unit, met: measured <= limit };
}
