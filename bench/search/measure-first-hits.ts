import { buildIndex } from '#search/build-index.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { SearchIndex } from '#search/search-index.ts';
import type { ExpectedQuery } from './expected-query.ts';
import { pagefindSearch } from './pagefind-search.ts';

/** How many queries of a kind find an expected entry first, with our index and with Pagefind. */
export interface FirstHits {
  readonly kind: string;
  readonly queries: number;
  readonly ours: number;
  readonly pagefind: number;
  /** What our index does not find first. */
  readonly missed: readonly string[];
}

/** The first hits of queries by kind, over the same entries in both indexes. */
export async function measureFirstHits(
  entries: readonly SearchEntry[],
  abbreviations: readonly SearchAbbreviation[],
  queries: readonly ExpectedQuery[],
): Promise<readonly FirstHits[]> {
  const files = new Map(buildIndex(entries, abbreviations));
  const index = await SearchIndex.open(async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`There is no ${name}.`);
    return bytes;
  });
  const pagefind = await pagefindSearch(entries);
  const searchPagefind = pagefind.newClient();
  const rows = new Map<string, { queries: number; ours: number; pagefind: number; missed: string[] }>();
  for (const { kind, typed, expected } of queries) {
    const row = rows.get(kind) ?? { queries: 0, ours: 0, pagefind: 0, missed: [] };
    rows.set(kind, row);
    row.queries++;
    const ours = (await findMeantEntries(index, typed, 10)).found[0]?.entry.address;
    if (expected.includes(ours ?? '')) row.ours++;
    else row.missed.push(typed);
    if (expected.includes((await searchPagefind(typed, 1)).addresses[0] ?? '')) row.pagefind++;
  }
  await pagefind.close();
  return Array.from(rows, ([kind, row]) => ({ kind, ...row }));
}

/** The first hits as a Markdown table, with their sum. */
export function firstHitsTable(rows: readonly FirstHits[]): string[] {
  const sum = (quantity: 'queries' | 'ours' | 'pagefind') => rows.reduce((total, row) => total + row[quantity], 0);
  const all = { kind: '**all**', queries: sum('queries'), ours: sum('ours'), pagefind: sum('pagefind') };
  return [
    '| kind | queries | right first, ours | Pagefind |',
    '| --- | --: | --: | --: |',
    ...[...rows, all].map(({ kind, queries, ours, pagefind }) => `| ${kind} | ${queries} | ${ours} | ${pagefind} |`),
  ];
}
