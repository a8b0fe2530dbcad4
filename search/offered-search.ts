import { fold } from '#vietnamese/fold.ts';

/** A narrower search: the entries of one year, and of one category where the query names it. */
export interface OfferedSearch {
  /** The words that are neither the year nor the category; may be empty where there is a category. */
  readonly typed: string;
  readonly category?: string;
  readonly year: string;
}

/** The narrower search that a query with one year may mean: "văn bản 2024", "quy chế năm 2024". */
export function offeredSearch(typed: string, categories: readonly string[]): OfferedSearch | undefined {
  const words = wordsOf(typed);
  const years = words.filter((word) => /^(19|20)\d\d$/.test(word));
  const [year] = years;
  if (!year || years.length > 1 || /["“”„«»]/.test(typed)) return undefined;
  const at = words.indexOf(year);
  const rest = without(words, fold(words[at - 1] ?? '') === 'nam' ? at - 1 : at, at + 1);
  const named = categories
    .map((category) => ({ category, length: wordsOf(category).length, at: indexOfPhrase(rest, wordsOf(category)) }))
    .filter((found) => found.at >= 0)
    .sort((a, b) => b.length - a.length)[0];
  const others = named ? without(rest, named.at, named.at + named.length) : rest;
  if (!named && others.length === 0) return undefined;
  return { typed: others.join(' '), ...(named && { category: named.category }), year };
}

function without(words: readonly string[], from: number, to: number): string[] {
  return words.filter((_, index) => index < from || index >= to);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Where the words of a phrase stand in a list of words, whatever their marks and capitals; -1 if nowhere. */
function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  return words.findIndex((_, at) => phrase.every((word, index) => fold(words[at + index] ?? '') === fold(word)));
}
