import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { buildIndex } from '#search/build-index.ts';
import type { Entry } from '#search/entry.ts';

const dated = generatedEntries(50);
const sameDay = generatedEntries(6, 2).map((entry) => ({ ...entry, address: `${entry.address}2/`, day: '2019-05-19' }));
const pages = generatedEntries(4, 3).map(
  ({ day: _, ...entry }, number): Entry => ({ ...entry, address: `/${number}/` }),
);
const entries: readonly Entry[] = [...dated, ...sameDay, ...pages];

function filesOf(some: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(Array.from(buildIndex(some, []), ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

test('the index is the same for entries in whatever order', () => {
  const files = filesOf(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (shuffled) => {
      expect(filesOf(shuffled)).toEqual(files);
    }),
    { numRuns: 6 },
  );
});

test('an index is of another version once categories have other numbers: a browser that kept the old file would filter by it', () => {
  const versionsWith = (category: string) => {
    const newest: Entry = { ...(entries[0] as Entry), address: '/moi/', day: '2026-12-31', category };
    const contents = filesOf([...entries, newest]).get('tong-the') ?? '';
    return JSON.parse(Buffer.from(contents, 'base64').toString()).segments.map(
      ({ version }: { version: string }) => version,
    );
  };
  const [past, year] = versionsWith('An toàn');
  expect(versionsWith(entries[0]?.category ?? '')).not.toContain(past);
  expect(versionsWith(entries[0]?.category ?? '')).not.toContain(year);
});

test('an entry edited gives the index of its years another version, an entry of the newest days does not', () => {
  const versions = (some: readonly Entry[]) =>
    JSON.parse(Buffer.from(filesOf(some).get('tong-the') ?? '', 'base64').toString()).segments.map(
      ({ name, version }: { name: string; version: string }) => [name, version],
    );
  const [first, ...others] = entries;
  expect(versions([{ ...(first as Entry), title: 'Tên khác' }, ...others])).not.toEqual(versions(entries));
  expect(versions([...entries, { ...(first as Entry), address: '/moi/', day: '2026-12-31' }])).toEqual(
    versions(entries),
  );
});
