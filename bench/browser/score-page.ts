import lighthouse, { type Flags } from 'lighthouse';
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

/** What a page is not to be blamed for. */
export interface Leniency {
  /** Search engines are to leave it out. */
  readonly unlisted: boolean;
  /** It says that there is no page: its status is 404. */
  readonly missing: boolean;
}

/** How often a page runs that is not fast enough: on a busy machine any page may be slow once. */
const runs = 3;

/** Scores a page, in the browser that is driven at a port; of runs that differ the middle one counts. */
export async function scorePage(url: string, port: number, leniency: Leniency): Promise<PageScore> {
  const results = [await run(url, port, leniency)];
  if (results[0]?.scores.performance !== 100)
    while (results.length < runs) results.push(await run(url, port, leniency));
  const [middle] = results
    .toSorted((one, other) => one.scores.performance - other.scores.performance)
    .slice(Math.floor(results.length / 2));
  if (!middle) throw new Error(`${url} was not run.`);
  return middle;
}

async function run(url: string, port: number, { unlisted, missing }: Leniency): Promise<PageScore> {
  const flags: Flags = {
    port,
    logLevel: 'error',
    onlyCategories: [...groups],
    ignoreStatusCode: missing,
    skipAudits: [...(unlisted ? ['is-crawlable'] : []), ...(missing ? ['http-status-code'] : [])],
  };
  // Chromium writes the status of the page on its console.
  const quiet = { path: 'errors-in-console', options: { ignoredPatterns: ['status of 404'] } };
  const config = { extends: 'lighthouse:default', ...(missing && { audits: [quiet] }) };
  const result = await lighthouse(url, flags, config);
  if (!result) throw new Error(`Lighthouse did not run over ${url}.`);
  const { categories, runtimeError } = result.lhr;
  const score = (group: string) => Math.round((categories[group]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    faults: runtimeError ? [runtimeError.message] : pageFaults(result.lhr),
  };
}
