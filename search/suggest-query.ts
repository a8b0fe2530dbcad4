import { distance } from 'fastest-levenshtein';
import { syllableForm } from '#vietnamese/syllable-form.ts';
import { findEntries } from './find-entries.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { tokenize, type WordToken } from './tokenize.ts';

/** How many variants of a query are tried, and how many replacements of one word. */
const [maxVariants, maxPerWord] = [8, 4];

/** The words of the site as written, by their SyllableForm key; the most frequent first. */
type KnownWords = ReadonlyMap<string, string>;

/** The query with one word corrected, for a reader who found nothing; undefined where no correction finds anything. */
export async function suggestQuery(index: SearchIndex, query: ParsedQuery, typed: string): Promise<string | undefined> {
  const knownWords = await knownWordsOf(index);
  const variants = variantsOf(typed, tokenize(typed, index.abbreviations), knownWords, query.hasMarks);
  let best: { readonly variant: string; readonly total: number } | undefined;
  for (const variant of variants.slice(0, maxVariants)) {
    const phrase =
      tokenize(variant, index.abbreviations).length > 1 && !/["“”„«»]/.test(variant) ? `"${variant}"` : variant;
    const { total } = await findEntries(index, phrase, 1);
    if (total > (best?.total ?? 0)) best = { variant, total };
  }
  return best?.variant;
}

async function knownWordsOf(index: SearchIndex): Promise<KnownWords> {
  const spellings = await Promise.all(index.manifest.segments.map((segment) => index.spellings(segment)));
  const knownWords = new Map<string, string>();
  for (const spelling of spellings.flat()) {
    const { key } = syllableForm(spelling);
    if (!knownWords.has(key)) knownWords.set(key, spelling);
  }
  for (const { title, lead, body } of index.manifest.recent) {
    const text = [title, lead, body].join('\n');
    for (const { key, start, end } of tokenize(text, index.abbreviations))
      if (!knownWords.has(key)) knownWords.set(key, text.slice(start, end).toLowerCase());
  }
  return knownWords;
}

/** The typed text with one word replaced: the first unknown word or, where all are known, each word in turn. */
function variantsOf(
  typed: string,
  typedWords: readonly WordToken[],
  knownWords: KnownWords,
  hasMarks: boolean,
): string[] {
  const unknown = typedWords.find(({ key }) => !knownWords.has(key));
  return (unknown ? [unknown] : typedWords).flatMap(({ key, start, end }) =>
    similarWords(key, knownWords).map(
      (similar) => `${typed.slice(0, start)}${hasMarks ? knownWords.get(similar) : similar}${typed.slice(end)}`,
    ),
  );
}

/** The keys of known words one or two edits from a typed key, the fewest edits first, then the most frequent. */
function similarWords(typed: string, knownWords: KnownWords): string[] {
  const maxEdits = typed.length < 3 ? 1 : 2;
  return [...knownWords.keys()]
    .map((key) => ({
      key,
      edits: Math.abs(key.length - typed.length) > maxEdits ? Infinity : editDistance(typed, key),
    }))
    .filter(({ edits }) => edits > 0 && edits <= maxEdits)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, maxPerWord)
    .map(({ key }) => key);
}

/** The Levenshtein distance, where one swap of adjacent letters counts as one edit: "thia" for "thai". */
function editDistance(typed: string, key: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === key[at]) at++;
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
  return swapped === key && typed !== key ? 1 : distance(typed, key);
}
