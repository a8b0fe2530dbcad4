import type { Entry } from '#search/entry.ts';
import { generatedEntries } from '../fixtures/generated-entries.ts';

/** What may happen to the entries of a site, and the entries there are then. */
export function laterVersions(entries: readonly Entry[]): readonly (readonly [what: string, then: readonly Entry[]])[] {
  const place = Math.floor(entries.length * 0.4);
  const [old, newest] = [entries[place], entries.at(-1)];
  const more = generatedEntries(8, 99).map((entry) => ({ ...entry, day: `${newest?.day?.slice(0, 4)}-12-31` }));
  const [another] = more;
  if (!old || !another) throw new Error('There are too few entries.');
  const [, ...others] = old.body.split('. ');
  const [edited] = another.body.split('. ');
  return [
    ['a new article', [...entries, another]],
    [
      'eight new articles together (each eighth brings those before it into the index of the year)',
      [...entries, ...more],
    ],
    ['a sentence of an old article', entries.with(place, { ...old, body: [edited, ...others].join('. ') })],
    ['an old article deleted', entries.toSpliced(place, 1)],
    ['an article of an old day', [...entries, { ...another, day: old.day ?? '' }]],
  ];
}
