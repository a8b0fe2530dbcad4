import lighthouse, { type Flags } from 'lighthouse';
import { failedAudits } from './failed-audits.ts';

/** The four scored categories of Lighthouse. */
export const lighthouseCategories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The result of Lighthouse for a page on a slow phone. */
export interface PageScore {
  /** At most 100 each. */
  readonly scores: Readonly<Record<(typeof lighthouseCategories)[number], number>>;
  /** The failed audits. */
  readonly faults: readonly string[];
}

/** Audits that a page is expected to fail. */
export interface AuditExceptions {
  /** It is excluded from search engines. */
  readonly noindex: boolean;
  /** It is the 404 page. */
  readonly notFound: boolean;
}

/** Number of runs for a page below 100 for performance: on a busy machine any page may be slow once. */
const maxRuns = 3;

/** Scores a page in the browser with a debugging port; of several runs, the one with the median performance counts. */
export async function scorePage(url: string, port: number, exceptions: AuditExceptions): Promise<PageScore> {
  const results = [await run(url, port, exceptions)];
  if (results[0]?.scores.performance !== 100)
    while (results.length < maxRuns) results.push(await run(url, port, exceptions));
  const [median] = results
    .toSorted((one, other) => one.scores.performance - other.scores.performance)
    .slice(Math.floor(results.length / 2));
  if (!median) throw new Error(`${url} was not run.`);
  return median;
}

async function run(
  url: string,
  port: number,
  { noindex: unlisted, notFound: missing }: AuditExceptions,
): Promise<PageScore> {
  const flags: Flags = {
    port,
    logLevel: 'error',
    onlyCategories: [...lighthouseCategories],
    ignoreStatusCode: missing,
    skipAudits: [...(unlisted ? ['is-crawlable'] : []), ...(missing ? ['http-status-code'] : [])],
  };
  // Chromium logs the status of the page on its console.
  const consoleAudit = { path: 'errors-in-console', options: { ignoredPatterns: ['status of 404'] } };
  const config = { extends: 'lighthouse:default', ...(missing && { audits: [consoleAudit] }) };
  const result = await lighthouse(url, flags, config);
  if (!result) throw new Error(`Lighthouse did not run over ${url}.`);
  const { categories, runtimeError } = result.lhr;
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    faults: runtimeError ? [runtimeError.message] : failedAudits(result.lhr),
  };
}
