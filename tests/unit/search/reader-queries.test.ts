import { beforeAll, expect, test } from 'vitest';
import { pagefindSearch } from '#bench/search/pagefind-search.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { fixtureEntries } from '#tests/fixture-entries.ts';
import { type SearchQuery, searchQueries } from '#tests/search-queries.ts';
import { inMemorySearchIndex } from '../../in-memory-search-index.ts';

let entries: readonly SearchEntry[];
let missed: readonly SearchQuery[];
beforeAll(async () => {
  const fixture = await fixtureEntries();
  entries = fixture.entries;
  const index = await inMemorySearchIndex(entries, fixture.abbreviations);
  missed = await missedBy(async (typed) => (await findMeantEntries(index, typed, 10)).found[0]?.entry.address);
  console.log(`search: ${share(missed)}${missed.map(({ text }) => `\n  not “${text}”`).join('')}`);
});

async function missedBy(first: (typed: string) => Promise<string | undefined>): Promise<SearchQuery[]> {
  const found = await Promise.all(searchQueries.map(({ text }) => first(text)));
  return searchQueries.filter(({ expectedAddress }, number) => found[number] !== expectedAddress);
}

function share({ length }: readonly SearchQuery[]): string {
  const right = searchQueries.length - length;
  return `${right} of ${searchQueries.length} right first hits, ${((right / searchQueries.length) * 100).toFixed(1)} %`;
}

test('every test query expects a page that is in the index', () => {
  const addresses = new Set(entries.map(({ address }) => address));
  expect(searchQueries.filter(({ expectedAddress }) => !addresses.has(expectedAddress))).toEqual([]);
});

test('95 of 100 queries find the expected page first', () => {
  expect(missed.length / searchQueries.length).toBeLessThanOrEqual(0.05);
});

test('more queries find it first than with Pagefind', async () => {
  const pagefind = await pagefindSearch(entries);
  const searchPagefind = pagefind.newClient();
  const missedByPagefind = await missedBy(async (typed) => (await searchPagefind(typed, 1)).addresses[0]);
  await pagefind.close();
  console.log(`Pagefind: ${share(missedByPagefind)}`);
  expect(missed.length).toBeLessThan(missedByPagefind.length);
});
