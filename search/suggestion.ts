import { distance } from 'fastest-levenshtein';
import { syllableForm } from '#vietnamese/syllable-form.ts';
import type { Query } from './query.ts';
import { search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { type Word, words } from './words.ts';

/** How many other ways of writing a query are tried, and how many of one word. */
const [mostTried, mostOfWord] = [8, 4];

/** The words of the site by their letters, as they are written; the most frequent first. */
type Vocabulary = ReadonlyMap<string, string>;

/** What a reader who found nothing may have meant: what was typed with one word put right, where that finds something. */
export async function suggestion(index: SearchIndex, query: Query, typed: string): Promise<string | undefined> {
  const vocabulary = await vocabularyOf(index);
  const ways = otherWays(typed, words(typed, index.abbreviations), vocabulary, query.marked);
  let best: { readonly way: string; readonly total: number } | undefined;
  for (const way of ways.slice(0, mostTried)) {
    const phrase = words(way, index.abbreviations).length > 1 && !/["“”„«»]/.test(way) ? `"${way}"` : way;
    const { total } = await search(index, phrase, 1);
    if (total > (best?.total ?? 0)) best = { way, total };
  }
  return best?.way;
}

async function vocabularyOf(index: SearchIndex): Promise<Vocabulary> {
  const listed = await Promise.all(index.contents.segments.map((segment) => index.spellings(segment)));
  const vocabulary = new Map<string, string>();
  for (const written of listed.flat()) {
    const { key } = syllableForm(written);
    if (!vocabulary.has(key)) vocabulary.set(key, written);
  }
  for (const { title, lead, body } of index.contents.recent) {
    const text = [title, lead, body].join('\n');
    for (const { key, start, end } of words(text, index.abbreviations))
      if (!vocabulary.has(key)) vocabulary.set(key, text.slice(start, end).toLowerCase());
  }
  return vocabulary;
}

/** What was typed with one word written otherwise: the first that is unknown, or else each in turn. */
function otherWays(typed: string, written: readonly Word[], vocabulary: Vocabulary, marked: boolean): string[] {
  const unknown = written.find(({ key }) => !vocabulary.has(key));
  return (unknown ? [unknown] : written).flatMap(({ key, start, end }) =>
    nearWords(key, vocabulary).map(
      (near) => `${typed.slice(0, start)}${marked ? vocabulary.get(near) : near}${typed.slice(end)}`,
    ),
  );
}

/** Words of the site that differ in a letter or two from one that was typed, the nearest and most frequent first. */
function nearWords(typed: string, vocabulary: Vocabulary): string[] {
  const most = typed.length < 3 ? 1 : 2;
  return [...vocabulary.keys()]
    .map((key) => ({ key, edits: Math.abs(key.length - typed.length) > most ? Infinity : edits(typed, key) }))
    .filter((near) => near.edits > 0 && near.edits <= most)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, mostOfWord)
    .map(({ key }) => key);
}

/** Two letters in each other's place are one slip of the finger: "thia" for "thai". */
function edits(typed: string, key: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === key[at]) at++;
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
  return swapped === key && typed !== key ? 1 : distance(typed, key);
}
