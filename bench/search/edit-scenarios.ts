import type { SearchEntry } from '#search/search-entry.ts';
import { generatedEntries } from '../fixtures/generated-entries.ts';

/** Typical edits to the entries of a site, each with the resulting entries. */
export function editScenarios(
  entries: readonly SearchEntry[],
): readonly (readonly [description: string, entries: readonly SearchEntry[]])[] {
  const index = Math.floor(entries.length * 0.4);
  const [old, newest] = [entries[index], entries.at(-1)];
  const newEntries = generatedEntries(8, 99).map((entry) => ({ ...entry, day: `${newest?.day?.slice(0, 4)}-12-31` }));
  const [newEntry] = newEntries;
  if (!old || !newEntry) throw new Error('There are too few entries.');
  const [, ...otherSentences] = old.body.split('. ');
  const [newSentence] = newEntry.body.split('. ');
  return [
    ['a new article', [...entries, newEntry]],
    [
      'eight new articles together (each eighth brings those before it into the index of the year)',
      [...entries, ...newEntries],
    ],
    [
      'a sentence of an old article',
      entries.with(index, { ...old, body: [newSentence, ...otherSentences].join('. ') }),
    ],
    ['an old article deleted', entries.toSpliced(index, 1)],
    ['an article of an old day', [...entries, { ...newEntry, day: old.day ?? '' }]],
  ];
}
