import { contestantNames as names } from '../build/contestants.ts';
import { percentile } from './percentile.ts';
import { type BenchResults, type LighthouseResults, measuredOf, medianOf, ratioOf } from './results.ts';

/** One aim of the project, and what was measured of it. */
export interface Goal {
  readonly what: string;
  readonly aim: string;
  /** Absent where it was not measured. */
  readonly measured?: string;
  readonly met?: boolean;
}

/** The kind of the page whose weight has an aim: the union's own first article. */
export const firstArticle = 'article of the union';

/** Every aim in its order, met or not. */
export function goals({ sizes, weights, search, lighthouse }: BenchResults): Goal[] {
  const of = (articles: number) => sizes.find((size) => size.articles === articles);
  const [ten, hundred] = [of(10_000), of(100_000)];
  const own = (name: string, step: 'edit' | 'add') =>
    ratioOf(measuredOf(ten, name, step), measuredOf(ten, name), 'seconds');
  const growth = (name: string) => {
    const [small, large] = [measuredOf(ten, name), measuredOf(hundred, name)];
    return small && large && medianOf(large, 'seconds') / medianOf(small, 'seconds');
  };
  const gigabytes = (name: string) => {
    const large = measuredOf(hundred, name);
    return large && medianOf(large, 'megabytes') / 1000;
  };
  const [core, whole] = [measuredOf(ten, names.core), measuredOf(ten, names.whole)];
  const [hugo, floor] = [measuredOf(ten, names.hugo), measuredOf(ten, names.floor)];
  const article = weights.find(({ kind }) => kind === firstArticle);
  const most = (of: 'blocking' | 'thirdParty') =>
    weights.length > 0 ? Math.max(...weights.map((weight) => weight[of])) : undefined;
  const saved = ten?.saves && percentile(ten.saves, 0.5);
  const kilobytes = (bytes: number | undefined) => bytes && bytes / 1000;

  return [
    goal('full build of the core, 10,000 articles, ÷ Hugo', ratioOf(core, hugo, 'seconds'), 0.8),
    goal('the same with everything on ÷ own core', ratioOf(whole, core, 'seconds'), 1.5),
    goal('full build of the core ÷ floor', ratioOf(core, floor, 'seconds'), 1.4),
    goal('one article edited, cold process, ÷ own full build, core', own(names.core, 'edit'), 0.08),
    goal('the same, everything on', own(names.whole, 'edit'), 0.08),
    goal('one article added, cold process, ÷ own full build, core', own(names.core, 'add'), 0.08),
    goal('the same, everything on', own(names.whole, 'add'), 0.08),
    goal('save → new output under `npm start`, 10,000 articles', saved, 0.5, ' s'),
    goal('100,000 ÷ 10,000 articles, full build, core: time', growth(names.core), 10),
    goal('the same, everything on', growth(names.whole), 10),
    goal('peak memory at 100,000 articles, core', gigabytes(names.core), 2.5, ' GB'),
    goal('the same, everything on', gigabytes(names.whole), 2.5, ' GB'),
    goal("the union's first article, HTML and style in Brotli, before pictures", kilobytes(article?.median), 10, ' kB'),
    goal('requests that block rendering, any page', most('blocking'), 0),
    goal('requests to third parties, any page', most('thirdParty'), 0),
    lighthouseGoal(lighthouse),
    goal('first search, 10,000 articles, script included, median', kilobytes(search?.median), 60, ' kB'),
    goal('the same, p99', kilobytes(search?.p99), 120, ' kB'),
    goal('the same, CPU in Node, p95', search?.cpu, 100, ' ms'),
  ];
}

/** Measured by `npm run lighthouse`: the lowest score of each group. */
function lighthouseGoal(results: LighthouseResults | undefined): Goal {
  const aim = [100, 100, 100, 100].join(' · ');
  if (!results) return { what: 'Lighthouse, every kind of page, mobile', aim };
  const { day, kinds, lowest } = results;
  const what = `Lighthouse, a page of each of ${kinds} kinds, mobile, the lowest of each group (${day})`;
  return { what, aim, measured: lowest.join(' · '), met: lowest.every((score) => score === 100) };
}

/** An aim of at most so much. */
function goal(what: string, measured: number | undefined, most: number, unit = ''): Goal {
  const aim = most === 0 ? '0' : `≤ ${most}${unit}`;
  if (measured === undefined) return { what, aim };
  return { what, aim, measured: `${Number(measured.toPrecision(3))}${unit}`, met: measured <= most };
}
