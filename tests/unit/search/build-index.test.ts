import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { buildIndex } from '#search/build-index.ts';
import type { SearchEntry } from '#search/search-entry.ts';

const dated = generatedEntries(50);
const sameDay = generatedEntries(6, 2).map((entry) => ({ ...entry, address: `${entry.address}2/`, day: '2019-05-19' }));
const pages = generatedEntries(4, 3).map(
  ({ day: _, ...entry }, number): SearchEntry => ({ ...entry, address: `/${number}/` }),
);
const entries: readonly SearchEntry[] = [...dated, ...sameDay, ...pages];

function filesOf(list: readonly SearchEntry[]): ReadonlyMap<string, string> {
  return new Map(Array.from(buildIndex(list, []), ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

test('the order of the entries does not change the index', () => {
  const files = filesOf(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (shuffled) => {
      expect(filesOf(shuffled)).toEqual(files);
    }),
    { numRuns: 6 },
  );
});

test('new category numbers change the version of the index, so that no browser filters by a cached file', () => {
  const versionsWith = (category: string) => {
    const newest: SearchEntry = { ...(entries[0] as SearchEntry), address: '/moi/', day: '2026-12-31', category };
    const manifest = filesOf([...entries, newest]).get('tong-the') ?? '';
    return JSON.parse(Buffer.from(manifest, 'base64').toString()).segments.map(
      ({ version }: { version: string }) => version,
    );
  };
  const [past, year] = versionsWith('An toàn');
  expect(versionsWith(entries[0]?.category ?? '')).not.toContain(past);
  expect(versionsWith(entries[0]?.category ?? '')).not.toContain(year);
});

test('an edited entry changes the version of its segment, a new entry of the latest days does not', () => {
  const versions = (list: readonly SearchEntry[]) =>
    JSON.parse(Buffer.from(filesOf(list).get('tong-the') ?? '', 'base64').toString()).segments.map(
      ({ name, version }: { name: string; version: string }) => [name, version],
    );
  const [first, ...others] = entries;
  expect(versions([{ ...(first as SearchEntry), title: 'Tên khác' }, ...others])).not.toEqual(versions(entries));
  expect(versions([...entries, { ...(first as SearchEntry), address: '/moi/', day: '2026-12-31' }])).toEqual(
    versions(entries),
  );
});
