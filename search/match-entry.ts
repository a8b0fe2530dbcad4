import type { CompiledAbbreviations } from './compile-abbreviations.ts';
import { mismatchOf, type ParsedQuery, type QueryPart } from './parse-query.ts';
import {
  allowedMissingPairs,
  allowedMissingWords,
  allWordsRank,
  fieldOfRank,
  type Mismatch,
  mismatches,
  mismatchOfRank,
  mostPairsRank,
  mostWordsRank,
  phraseRank,
  type Rank,
} from './rank.ts';
import { entryFields, type SearchEntry } from './search-entry.ts';
import { tokenize, type WordToken } from './tokenize.ts';

/** The words of an entry, by field. */
export type EntryWords = readonly (readonly WordToken[])[];

export function entryWords(entry: SearchEntry, abbreviations: CompiledAbbreviations): EntryWords {
  return entryFields.map((field) => tokenize(entry[field], abbreviations));
}

/**
 * The rank of an entry for a query, undefined where it does not match: this defines a match, the index is an aid. A
 * query without words matches every entry.
 */
export function matchEntry(query: ParsedQuery, entry: EntryWords): Rank | undefined {
  let worst: Rank = 0;
  for (const part of query.parts) {
    const rank = bestPhrase(query, part, entry) ?? (part.quoted ? undefined : scatteredRank(query, part, entry));
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function bestPhrase(query: ParsedQuery, part: QueryPart, entry: EntryWords): Rank | undefined {
  let best: Rank | undefined;
  entry.forEach((text, field) => {
    for (let at = 0; at + part.words.length <= text.length; at++) {
      const mismatch = phraseMismatchAt(query, part, text, at);
      if (mismatch === undefined) continue;
      const rank = phraseRank(mismatch, field);
      if (best === undefined || rank < best) best = rank;
    }
  });
  return best;
}

/** The largest mismatch of a phrase at a word index of a text; undefined where the phrase is not there. */
export function phraseMismatchAt(
  query: ParsedQuery,
  part: QueryPart,
  text: readonly WordToken[],
  at: number,
): Mismatch | undefined {
  let worst: Mismatch = mismatches.none;
  for (const [index, typed] of part.words.entries()) {
    const word = text[at + index];
    if (!word || (index > 0 && !word.followsPrevious)) return undefined;
    const mismatch = mismatchOf(query, typed, word);
    if (mismatch === undefined) return undefined;
    if (mismatch > worst) worst = mismatch;
  }
  return worst;
}

/** The rank of words that are not one phrase: the best occurrence of each word, and of these the worst. */
function scatteredRank(query: ParsedQuery, part: QueryPart, entry: EntryWords): Rank | undefined {
  const best = (words: QueryPart['words']) => bestPhrase(query, { words, quoted: true }, entry);
  const pairs = part.words.slice(1).map((word, index) => best([part.words[index] ?? word, word]));
  const foundPairs = pairs.filter((rank) => rank !== undefined);
  const apart = pairs.length - foundPairs.length;
  const found = part.words.map((word) => best([word])).filter((rank) => rank !== undefined);
  const missing = part.words.length - found.length;
  if (missing === 0) return allWordsRank(worstMismatch(found), apart, Math.max(...found.map(fieldOfRank)));
  if (apart <= allowedMissingPairs(pairs.length) && foundPairs.length > 0)
    return mostPairsRank(apart, Math.max(...foundPairs.map(fieldOfRank)));
  if (missing <= allowedMissingWords(part.words.length))
    return mostWordsRank(missing, apart, Math.max(...found.map(fieldOfRank)));
  return undefined;
}

function worstMismatch(ranks: readonly Rank[]): Mismatch {
  return ranks.map(mismatchOfRank).reduce((worst, mismatch) => (mismatch > worst ? mismatch : worst));
}
