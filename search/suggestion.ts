import { distance } from 'fastest-levenshtein';
import { syllableForm } from '#vietnamese/syllable-form.ts';
import type { Query } from './query.ts';
import { search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { words } from './words.ts';

/** How many other ways of writing a query are tried, and how many of one word. */
const [mostTried, mostOfWord] = [8, 4];

/** The words of the site by their letters, as they are written; the most frequent first. */
type Vocabulary = ReadonlyMap<string, string>;

/** What a reader who found nothing may have meant: the query with one word put right, where that finds something. */
export async function suggestion(index: SearchIndex, query: Query): Promise<string | undefined> {
  const typed = query.parts.flatMap((part) => part.words.map(({ key }) => key));
  const vocabulary = await vocabularyOf(index);
  const ways = otherWays(typed, vocabulary).slice(0, mostTried);
  const found = await Promise.all(
    ways.map(async (way) => {
      const text = way.map((key) => (query.marked ? (vocabulary.get(key) ?? key) : key)).join(' ');
      return { text, total: (await search(index, way.length > 1 ? `"${text}"` : text, 1)).total };
    }),
  );
  return found.reduce((best, each) => (each.total > best.total ? each : best), { text: undefined, total: 0 } as {
    text: string | undefined;
    total: number;
  }).text;
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

/** The words typed with one of them written otherwise: the first that is unknown, or else each in turn. */
function otherWays(typed: readonly string[], vocabulary: Vocabulary): string[][] {
  const unknown = typed.findIndex((key) => !vocabulary.has(key));
  const places = unknown >= 0 ? [unknown] : typed.map((_, place) => place);
  return places.flatMap((place) => nearWords(typed[place] ?? '', vocabulary).map((near) => typed.with(place, near)));
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
  const letters = [...typed];
  const swapped = letters.some(
    (letter, at) =>
      letters
        .with(at, letters[at + 1] ?? '')
        .with(at + 1 < letters.length ? at + 1 : at, letter)
        .join('') === key,
  );
  return swapped && typed !== key ? 1 : distance(typed, key);
}
