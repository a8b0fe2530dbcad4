import { sourceOfEntry } from '#search/build/entry-source.ts';
import { collectIndexFiles } from '#site/search/index-files.ts';
import { generatedEntries } from '../fixtures/generated-entries.ts';
import type { SearchCost } from '../report/bench-results.ts';
import { percentile } from '../report/percentile.ts';
import { measureFirstQuery } from './measure-first-query.ts';
import { searchScriptBytes } from './search-script-bytes.ts';
import { seededQueries } from './seeded-queries.ts';

/** Number of results on a page. */
const resultsPerPage = 10;
const queryCount = 240;

/** The cost of a reader's first search over generated articles, script and Worker included. */
export async function measureSearchCost(articles: number): Promise<SearchCost> {
  const entries = generatedEntries(articles);
  const files = new Map(
    Array.from(collectIndexFiles(entries.map(sourceOfEntry), []).changed, ({ address, bytes }) => [address, bytes]),
  );
  const scripts = await searchScriptBytes();
  const [bytes, cpu]: [number[], number[]] = [[], []];
  for (const text of seededQueries(entries, queryCount)) {
    const query = await measureFirstQuery(files, text, resultsPerPage);
    bytes.push(query.bytes + scripts);
    cpu.push(query.cpu);
  }
  return { articles, median: percentile(bytes, 0.5), p99: percentile(bytes, 0.99), cpu: percentile(cpu, 0.95) };
}
