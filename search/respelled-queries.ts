import { isPlainSyllable } from '#vietnamese/plain-syllable.ts';
import { syllableForm } from '#vietnamese/syllable-form.ts';
import { initialOf } from './index-manifest.ts';
import { type ParsedQuery, type QueryPart, type QueryWord, withUnfinishedWord } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';

/** How many other spellings of a query are searched, and into how many words one word is split. */
const [maxSpellings, maxPieces] = [4, 4];

/**
 * The same query with names and numbers joined or split as the site may write them: "node js", "nodejs"; "5kg", "5 kg";
 * "khoahoc", "khoa học". Only words that the site holds are made, and a Vietnamese syllable is taken as it was typed.
 */
export async function respelledQueries(index: SearchIndex, query: ParsedQuery): Promise<readonly ParsedQuery[]> {
  const part = query.parts.at(-1);
  if (!part || part.quoted) return [];
  const lists = await Promise.all(part.words.map((_, at) => respelled(index, query, part, at)));
  return lists
    .flat()
    .slice(0, maxSpellings)
    .map((words) => ({ ...query, parts: [...query.parts.slice(0, -1), { ...part, words }] }));
}

/** The words with the one at an index joined with the next, and with it split. */
async function respelled(
  index: SearchIndex,
  query: ParsedQuery,
  { words }: QueryPart,
  at: number,
): Promise<(readonly QueryWord[])[]> {
  const [word, next] = words.slice(at, at + 2);
  if (!word?.text) return [];
  const isLast = (position: number) => query.isUnfinished && position === words.length - 1;
  const replaced = (count: number, texts: readonly string[]) => {
    const changed = texts.map((text) => ({ ...syllableForm(text), text }));
    const all = [...words.slice(0, at), ...changed, ...words.slice(at + count)];
    return isLast(at + count - 1) ? (withUnfinishedWord(all) ?? all) : all;
  };
  const found: (readonly QueryWord[])[] = [];
  if (next?.text && !(isPlainSyllable(word.key) && isPlainSyllable(next.key))) {
    const joined = word.text + next.text;
    if (await holdsWord(index, joined, isLast(at + 1))) found.push(replaced(2, [joined]));
  }
  if (!isPlainSyllable(word.key))
    for (const pieces of await splits(index, word.text, isLast(at))) found.push(replaced(1, pieces));
  return found;
}

/** A word in known pieces: between digits and letters, in two words, or in up to four Vietnamese syllables. */
async function splits(index: SearchIndex, text: string, isUnfinished: boolean): Promise<(readonly string[])[]> {
  const numbers = text.match(/\d+|\D+/g) ?? [];
  if (numbers.length > 1) return numbers.length === 2 ? [numbers] : [];
  const known = await index.words(initialsOf(text));
  const isKnown = (piece: string, isLast: boolean) => holds(known, piece, isUnfinished && isLast);
  const pairs = positions(text)
    .map((at) => [text.slice(0, at), text.slice(at)] as const)
    .filter(([first, second]) => isKnown(first, false) && isKnown(second, true))
    .filter((pair) => pair.every((piece) => piece.length > 1 || isPlainSyllable(syllableForm(piece).key)))
    .sort((a, b) => shortest(b) - shortest(a));
  if (pairs.length > 0) return pairs.slice(0, 2);
  const syllables = (rest: string, pieces: number): (readonly string[])[] => {
    const isSyllable = (piece: string, isLast: boolean) =>
      isPlainSyllable(syllableForm(piece).key) && isKnown(piece, isLast);
    if (pieces === 1) return isSyllable(rest, true) ? [[rest]] : [];
    return positions(rest)
      .filter((at) => isSyllable(rest.slice(0, at), false))
      .flatMap((at) => syllables(rest.slice(at), pieces - 1).map((others) => [rest.slice(0, at), ...others]));
  };
  for (let pieces = 3; pieces <= maxPieces; pieces++) {
    const found = syllables(text, pieces);
    if (found.length > 0) return found.slice(0, 2);
  }
  return [];
}

async function holdsWord(index: SearchIndex, text: string, isUnfinished: boolean): Promise<boolean> {
  return holds(await index.words(initialOf(syllableForm(text).key)), text, isUnfinished);
}

function holds(known: ReadonlyMap<string, string>, text: string, isUnfinished: boolean): boolean {
  const { key } = syllableForm(text);
  return known.has(key) || (isUnfinished && [...known.keys()].some((found) => found.startsWith(key)));
}

/** The initials that the pieces of a word may have. */
function initialsOf(text: string): string {
  return [...new Set(Array.from(syllableForm(text).key, initialOf))].join('');
}

function positions(text: string): number[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => at + 1);
}

function shortest(pieces: readonly string[]): number {
  return Math.min(...pieces.map(({ length }) => length));
}
