import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { buildIndex } from '#search/build-index.ts';
import type { Entry } from '#search/entry.ts';

const entries = generatedEntries(800);
const files = new Map(buildIndex(entries, []));

function changed(other: readonly Entry[]): string[] {
  const now = new Map(buildIndex(other, []));
  const names = new Set([...files.keys(), ...now.keys()]);
  return [...names].filter((name) => !Buffer.from(files.get(name) ?? []).equals(now.get(name) ?? Buffer.alloc(0)));
}

test('news changes one file, seven days of eight', () => {
  const news = generatedEntries(8, 5).map((entry, index): Entry => ({ ...entry, day: `2026-12-2${index}` }));
  const counts = news.map((_, day) => changed([...entries, ...news.slice(0, day + 1)]).length);
  const before = [1, ...counts];
  const quiet = counts.filter((count, day) => count === before[day]);
  expect(counts[0]).toBe(1);
  expect(quiet).toHaveLength(7);
});

test('a sentence written otherwise in an old article changes fewer than thirty files', () => {
  const old = entries[200] as Entry;
  const edited = entries.with(200, { ...old, body: old.body.replace(/^(\S+ ){6}/, 'Một câu đã được sửa lại ') });
  expect(changed(edited).length).toBeLessThan(30);
});

test('an old article taken away moves no other: files that hold none of its words stay', () => {
  expect(changed(entries.toSpliced(200, 1)).length).toBeLessThan(files.size * 0.75);
});

test('the order in which entries are given changes nothing', () => {
  expect(changed(entries.toReversed())).toEqual([]);
});
