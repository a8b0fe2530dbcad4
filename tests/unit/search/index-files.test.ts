import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { buildIndex } from '#search/build-index.ts';
import type { SearchEntry } from '#search/search-entry.ts';

const entries = generatedEntries(800);
const files = new Map(buildIndex(entries, []));

/** The names of the files in which the index of other entries differs from `previous`. */
function changedFiles(newEntries: readonly SearchEntry[], previous: ReadonlyMap<string, Uint8Array> = files): string[] {
  const newFiles = new Map(buildIndex(newEntries, []));
  const names = new Set([...previous.keys(), ...newFiles.keys()]);
  return [...names].filter(
    (name) => !Buffer.from(previous.get(name) ?? []).equals(newFiles.get(name) ?? Buffer.alloc(0)),
  );
}

test('a new article changes one file, on seven days of eight', () => {
  const news = generatedEntries(8, 5).map((entry, index): SearchEntry => ({ ...entry, day: `2026-12-2${index}` }));
  // It has one index for each day, so there are fewer entries.
  const few = generatedEntries(160);
  const filesOfFew = new Map(buildIndex(few, []));
  const counts = news.map((_, day) => changedFiles([...few, ...news.slice(0, day + 1)], filesOfFew).length);
  const before = [1, ...counts];
  const quiet = counts.filter((count, day) => count === before[day]);
  expect(counts[0]).toBe(1);
  expect(quiet).toHaveLength(7);
});

test('editing a sentence of an old article changes fewer than thirty files', () => {
  const old = entries[200] as SearchEntry;
  const edited = entries.with(200, { ...old, body: old.body.replace(/^(\S+ ){6}/, 'Một câu đã được sửa lại ') });
  expect(changedFiles(edited).length).toBeLessThan(30);
});

test('removing an old article leaves the files unchanged that hold none of its words', () => {
  expect(changedFiles(entries.toSpliced(200, 1)).length).toBeLessThan(files.size * 0.75);
});

test('the order of the entries does not change the files', () => {
  expect(changedFiles(entries.toReversed())).toEqual([]);
});
