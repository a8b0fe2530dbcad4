import { correctKnownWord, correctUnknownWords } from './correct-query.ts';
import { type FoundEntries, findEntries, type SearchFilter } from './find-entries.ts';
import { heldPhrase } from './held-phrase.ts';
import { isInTitle, matchOfRank } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

/** What a search finds; `corrected` is the query that was searched instead of the typed one. */
export interface MeantEntries extends FoundEntries {
  readonly corrected?: string;
}

/**
 * Finds the first `count` entries for what a reader typed or, where the site holds no such words together, for what
 * they meant. A query that an entry holds as a phrase, or in its title, is never corrected.
 */
export async function findMeantEntries(
  index: SearchIndex,
  typed: string,
  count: number,
  filter: SearchFilter = {},
): Promise<MeantEntries> {
  const phrases = await findEntries(index, typed, count, filter, true);
  if (phrases.total >= count) return phrases;
  const isFiltered = Boolean(filter.category || filter.year);
  const isPhrase = phrases.total > 0 || (isFiltered && (await findEntries(index, typed, 1, {}, true)).total > 0);
  const corrected = isPhrase ? undefined : await correctUnknownWords(index, typed.trim());
  if (corrected) return findCorrected(index, corrected, count, filter);
  const found = await findEntries(index, typed, count, filter);
  if (isPhrase) return found;
  const unfiltered = isFiltered ? await findEntries(index, typed, 1) : found;
  const [best] = unfiltered.found;
  if (best && (matchOfRank(best.rank) === 'phrase' || isInTitle(best.rank))) return found;
  const other = await correctKnownWord(index, typed.trim(), best !== undefined);
  return other ? findCorrected(index, other, count, filter) : found;
}

/** Finds the entries of a corrected query, which gets the marks of the first of them if it has any. */
async function findCorrected(
  index: SearchIndex,
  corrected: string,
  count: number,
  filter: SearchFilter,
): Promise<MeantEntries> {
  const found = await findEntries(index, corrected, count, filter);
  const [first] = found.found;
  return { ...found, corrected: (first && heldPhrase(index, first)) ?? corrected };
}
