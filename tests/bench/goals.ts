import { contestantNames as names } from './contestants.ts';
import { percentile } from './percentile.ts';
import { type BenchResults, measuredOf, medianOf, ratioOf, type SizeResults } from './results.ts';

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
export function goals({ sizes, weights, search }: BenchResults): Goal[] {
  const of = (articles: number) => sizes.find((size) => size.articles === articles);
  const [ten, hundred] = [of(10_000), of(100_000)];
  const times = (what: string, ratio: number | undefined, most: number) =>
    goal(what, ratio, most, (value) => value.toFixed(2));
  const own = (size: SizeResults | undefined, name: string, step: 'edit' | 'add') =>
    ratioOf(measuredOf(size, name, step), measuredOf(size, name), 'seconds');
  const full = (size: SizeResults | undefined, name: string) => measuredOf(size, name);
  const growth = (name: string) => {
    const [small, large] = [full(ten, name), full(hundred, name)];
    return small && large ? medianOf(large, 'seconds') / medianOf(small, 'seconds') : undefined;
  };
  const peak = (name: string) => {
    const large = full(hundred, name);
    return large && medianOf(large, 'megabytes') / 1000;
  };
  const article = weights.find(({ kind }) => kind === firstArticle);
  const most = (of: 'blocking' | 'thirdParty') =>
    weights.length > 0 ? Math.max(...weights.map((weight) => weight[of])) : undefined;
  const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const gigabytes = (value: number) => `${value.toFixed(1)} GB`;
  const core = full(ten, names.core);

  return [
    times('full build of the core, 10,000 articles, ÷ Hugo', ratioOf(core, full(ten, names.hugo), 'seconds'), 0.8),
    times('the same with everything on ÷ own core', ratioOf(full(ten, names.whole), core, 'seconds'), 1.5),
    times('full build of the core ÷ floor', ratioOf(core, full(ten, names.floor), 'seconds'), 1.4),
    times('one article edited, cold process, ÷ own full build, core', own(ten, names.core, 'edit'), 0.08),
    times('the same, everything on', own(ten, names.whole, 'edit'), 0.08),
    times('one article added, cold process, ÷ own full build, core', own(ten, names.core, 'add'), 0.08),
    times('the same, everything on', own(ten, names.whole, 'add'), 0.08),
    goal(
      'save → new output under `npm start`, 10,000 articles',
      ten?.saves && percentile(ten.saves, 0.5),
      0.5,
      (value) => `${value.toFixed(2)} s`,
    ),
    times('100,000 ÷ 10,000 articles, full build, core: time', growth(names.core), 10),
    times('the same, everything on', growth(names.whole), 10),
    goal('peak memory at 100,000 articles, core', peak(names.core), 2.5, gigabytes),
    goal('the same, everything on', peak(names.whole), 2.5, gigabytes),
    goal("the union's first article, HTML and style in Brotli, before pictures", article?.median, 10_000, kilobytes),
    goal('requests that block rendering, any page', most('blocking'), 0, String),
    goal('requests to third parties, any page', most('thirdParty'), 0, String),
    { what: 'Lighthouse, every kind of page, mobile', aim: '100 · 100 · 100 · 100' },
    goal('first search, 10,000 articles, script included, median', search?.median, 60_000, kilobytes),
    goal('the same, p99', search?.p99, 120_000, kilobytes),
    goal('the same, CPU in Node, p95', search?.cpu, 100, (value) => `${value.toFixed(0)} ms`),
  ];
}

function goal(what: string, measured: number | undefined, most: number, shown: (value: number) => string): Goal {
  const aim = most === 0 ? '0' : `≤ ${shown(most).replace(/\.0(?= |$)|(?<=\.\d)0$/, '')}`;
  return { what, aim, ...(measured !== undefined && { measured: shown(measured), met: measured <= most }) };
}
