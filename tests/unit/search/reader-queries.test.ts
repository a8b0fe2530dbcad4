import { beforeAll, expect, test } from 'vitest';
import { derivedQueries } from '#bench/search/derived-queries.ts';
import { type FirstHits, measureFirstHits } from '#bench/search/measure-first-hits.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { fixtureEntries } from '#tests/fixture-entries.ts';
import { foreignNameEntries } from '#tests/foreign-name-entries.ts';
import { searchQueries } from '#tests/search-queries.ts';
import { inMemorySearchIndex } from '../../in-memory-search-index.ts';

let entries: readonly SearchEntry[];
let abbreviations: Parameters<typeof inMemorySearchIndex>[1];
let rows: readonly FirstHits[];
beforeAll(async () => {
  const fixture = await fixtureEntries();
  entries = [...fixture.entries, ...foreignNameEntries];
  ({ abbreviations } = fixture);
  const queries = searchQueries.map(({ text, expectedAddress, group }) => ({
    kind: group,
    typed: text,
    expected: [expectedAddress],
  }));
  rows = await measureFirstHits(entries, fixture.abbreviations, queries);
  const missed = rows.flatMap((row) => row.missed);
  console.log(`search: ${rows.reduce((sum, { ours }) => sum + ours, 0)} of ${searchQueries.length} right first hits`);
  console.log(missed.map((text) => `  not “${text}”`).join('\n'));
});

test('every test query expects a page that is in the index', () => {
  const addresses = new Set(entries.map(({ address }) => address));
  expect(searchQueries.length).toBeGreaterThanOrEqual(150);
  expect(searchQueries.filter(({ expectedAddress }) => !addresses.has(expectedAddress))).toEqual([]);
});

test('95 of 100 queries find the expected page first', () => {
  const missed = rows.flatMap((row) => row.missed);
  expect(missed.length / searchQueries.length).toBeLessThanOrEqual(0.05);
});

test('in every kind as many queries find it first as with Pagefind, and more in all', () => {
  expect(rows.filter(({ ours, pagefind }) => ours < pagefind)).toEqual([]);
  const [ours, pagefind] = (['ours', 'pagefind'] as const).map((of) => rows.reduce((sum, row) => sum + row[of], 0));
  expect(ours).toBeGreaterThan(pagefind ?? 0);
});

test('95 of 100 queries derived from titles, in each way readers may type, find a title with their words first', async () => {
  const index = await inMemorySearchIndex(entries, abbreviations);
  const found = new Map<string, { queries: number; right: number }>();
  for (const { kind, typed, expected } of derivedQueries(entries, 24)) {
    const row = found.get(kind) ?? { queries: 0, right: 0 };
    found.set(kind, row);
    row.queries++;
    const [first] = (await findMeantEntries(index, typed, 10)).found;
    if (expected.includes(first?.entry.address ?? '')) row.right++;
  }
  const all = [...found.values()];
  const sum = (of: 'queries' | 'right') => all.reduce((total, row) => total + row[of], 0);
  expect(sum('queries')).toBeGreaterThan(500);
  expect(sum('right') / sum('queries')).toBeGreaterThanOrEqual(0.95);
  expect([...found].filter(([, { queries, right }]) => right / queries < 0.8)).toEqual([]);
});
