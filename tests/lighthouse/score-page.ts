import lighthouse from 'lighthouse';
import { pageFaults } from './page-faults.ts';

/** The four groups of Lighthouse. */
export const groups = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** How Lighthouse finds a page on a slow telephone. */
export interface PageScore {
  /** 100 at most, each. */
  readonly scores: Readonly<Record<(typeof groups)[number], number>>;
  /** What took points from them. */
  readonly faults: readonly string[];
}

/** What only matters where a page is to be found by search engines. */
const listedOnly = ['is-crawlable', 'http-status-code'];

/** How often a page runs that is not fast enough: on a busy machine any page may be slow once. */
const runs = 3;

/** Scores a page, in the browser that is driven at a port; of runs that differ the middle one counts. */
export async function scorePage(url: string, port: number, unlisted: boolean): Promise<PageScore> {
  const results = [await run(url, port, unlisted)];
  if (results[0]?.scores.performance !== 100)
    while (results.length < runs) results.push(await run(url, port, unlisted));
  const [middle] = results
    .toSorted((one, other) => one.scores.performance - other.scores.performance)
    .slice(Math.floor(results.length / 2));
  if (!middle) throw new Error(`${url} was not run.`);
  return middle;
}

async function run(url: string, port: number, unlisted: boolean): Promise<PageScore> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: [...groups],
    // The page of what is not there answers 404.
    ...(unlisted && { ignoreStatusCode: true, skipAudits: listedOnly }),
  });
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`);
  const { categories } = result.lhr;
  const score = (group: string) => Math.round((categories[group]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    faults: pageFaults(result.lhr),
  };
}
