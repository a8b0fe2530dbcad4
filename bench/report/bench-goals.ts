import { contestantNames as names } from '../build/contestants.ts';
import {
  type BenchResults,
  findMeasurement,
  type LighthouseResults,
  medianOf,
  medianRatioOf,
} from './bench-results.ts';
import { percentile } from './percentile.ts';

/** A goal of the project and its measured value. */
export interface BenchGoal {
  readonly what: string;
  readonly aim: string;
  /** Absent if it was not measured. */
  readonly measured?: string;
  readonly met?: boolean;
}

/** The page kind whose weight has a goal: the union's own first article. */
export const unionArticleKind = 'article of the union';

/** All goals in the order of the report. */
export function benchGoals({ sizes, weights, search, lighthouse }: BenchResults): BenchGoal[] {
  const sizeOf = (articles: number) => sizes.find((size) => size.articles === articles);
  const [medium, large] = [sizeOf(10_000), sizeOf(100_000)];
  const incremental = (name: string, step: 'edit' | 'add') =>
    medianRatioOf(findMeasurement(medium, name, step), findMeasurement(medium, name), 'seconds');
  const growth = (name: string) => {
    const [base, grown] = [findMeasurement(medium, name), findMeasurement(large, name)];
    return base && grown && medianOf(grown, 'seconds') / medianOf(base, 'seconds');
  };
  const gigabytes = (name: string) => {
    const measurement = findMeasurement(large, name);
    return measurement && medianOf(measurement, 'megabytes') / 1000;
  };
  const [core, everything] = [findMeasurement(medium, names.core), findMeasurement(medium, names.whole)];
  const [hugo, floor] = [findMeasurement(medium, names.hugo), findMeasurement(medium, names.floor)];
  const article = weights.find(({ kind }) => kind === unionArticleKind);
  const maxOf = (measure: 'blocking' | 'thirdParty') =>
    weights.length > 0 ? Math.max(...weights.map((weight) => weight[measure])) : undefined;
  const saveTime = medium?.saves && percentile(medium.saves, 0.5);
  const kilobytes = (bytes: number | undefined) => bytes && bytes / 1000;

  return [
    goal('full build of the core, 10,000 articles, ÷ Hugo', medianRatioOf(core, hugo, 'seconds'), 0.8),
    goal('the same with everything on ÷ own core', medianRatioOf(everything, core, 'seconds'), 1.5),
    goal('full build of the core ÷ floor', medianRatioOf(core, floor, 'seconds'), 1.4),
    goal('one article edited, cold process, ÷ own full build, core', incremental(names.core, 'edit'), 0.08),
    goal('the same, everything on', incremental(names.whole, 'edit'), 0.08),
    goal('one article added, cold process, ÷ own full build, core', incremental(names.core, 'add'), 0.08),
    goal('the same, everything on', incremental(names.whole, 'add'), 0.08),
    goal('save → new output under `npm start`, 10,000 articles', saveTime, 0.5, ' s'),
    goal('100,000 ÷ 10,000 articles, full build, core: time', growth(names.core), 10),
    goal('the same, everything on', growth(names.whole), 10),
    goal('peak memory at 100,000 articles, core', gigabytes(names.core), 2.5, ' GB'),
    goal('the same, everything on', gigabytes(names.whole), 2.5, ' GB'),
    goal("the union's first article, HTML and style in Brotli, before pictures", kilobytes(article?.median), 10, ' kB'),
    goal('requests that block rendering, any page', maxOf('blocking'), 0),
    goal('requests to third parties, any page', maxOf('thirdParty'), 0),
    lighthouseGoal(lighthouse),
    goal('first search, 10,000 articles, script included, median', kilobytes(search?.median), 70, ' kB'),
    goal('the same, p99', kilobytes(search?.p99), 130, ' kB'),
    goal('the same, CPU in Node, p95', search?.cpu, 100, ' ms'),
  ];
}

/** Measured by `npm run lighthouse`: the lowest score of each group. */
function lighthouseGoal(results: LighthouseResults | undefined): BenchGoal {
  const aim = [100, 100, 100, 100].join(' · ');
  if (!results) return { what: 'Lighthouse, every kind of page, mobile', aim };
  const { day, kinds, lowest } = results;
  const what = `Lighthouse, a page of each of ${kinds} kinds, mobile, the lowest of each group (${day})`;
  return { what, aim, measured: lowest.join(' · '), met: lowest.every((score) => score === 100) };
}

/** A goal with an upper limit. */
function goal(what: string, measured: number | undefined, limit: number, unit = ''): BenchGoal {
  const aim = limit === 0 ? '0' : `≤ ${limit}${unit}`;
  if (measured === undefined) return { what, aim };
  return { what, aim, measured: `${Number(measured.toPrecision(3))}${unit}`, met: measured <= limit };
}
