import type { Entry } from '#search/entry.ts';
import { generatedEntries } from '#tests/generated-entries.ts';

/** Four later versions of the entries: a new one, a sentence of an old one edited, an old one gone, one more of an old day. */
export function laterVersions(entries: readonly Entry[]): readonly [Entry[], Entry[], Entry[], Entry[]] {
  const place = Math.floor(entries.length * 0.4);
  const [old, newest, another] = [entries[place], entries.at(-1), generatedEntries(1, 99)[0]];
  if (!old || !newest || !another) throw new Error('There are too few entries.');
  const [, ...others] = old.body.split('. ');
  const [edited] = another.body.split('. ');
  return [
    [...entries, { ...another, day: newest.day ?? '' }],
    entries.with(place, { ...old, body: [edited, ...others].join('. ') }),
    entries.toSpliced(place, 1),
    [...entries, { ...another, day: old.day ?? '' }],
  ];
}
