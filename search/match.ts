import type { Abbreviations } from './abbreviations.ts';
import { type Entry, fields } from './entry.ts';
import { markLevel, type Query, type QueryPart } from './query.ts';
import {
  allWordsRank,
  fieldOf,
  levelOf,
  mayMiss,
  mayMissWords,
  mostPairsRank,
  mostWordsRank,
  phraseRank,
  type Rank,
} from './rank.ts';
import { type Word, words } from './words.ts';

/** The words of an entry, by field. */
export type EntryWords = readonly (readonly Word[])[];

export function entryWords(entry: Entry, abbreviations: Abbreviations): EntryWords {
  return fields.map((field) => words(entry[field], abbreviations));
}

/** The rank of an entry for a query, undefined where it does not match: this defines a match, the index is an aid. */
export function match(query: Query, entry: EntryWords): Rank | undefined {
  let worst: Rank | undefined;
  for (const part of query.parts) {
    const rank = bestPhrase(query, part, entry) ?? (part.quoted ? undefined : scatteredRank(query, part, entry));
    if (rank === undefined) return undefined;
    worst = Math.max(worst ?? 0, rank);
  }
  return worst;
}

function bestPhrase(query: Query, part: QueryPart, entry: EntryWords): Rank | undefined {
  let best: Rank | undefined;
  entry.forEach((text, field) => {
    for (let at = 0; at + part.words.length <= text.length; at++) {
      const mismatch = levelAt(query, part, text, at);
      if (mismatch === undefined) continue;
      const rank = phraseRank(mismatch, field);
      if (best === undefined || rank < best) best = rank;
    }
  });
  return best;
}

/** The largest markMismatch of a phrase at a word index of a text; undefined where the phrase is not there. */
export function levelAt(query: Query, part: QueryPart, text: readonly Word[], at: number): number | undefined {
  let mismatch = 0;
  for (const [index, { key, marks }] of part.words.entries()) {
    const word = text[at + index];
    if (word?.key !== key || (index > 0 && !word.joined)) return undefined;
    mismatch = Math.max(mismatch, markLevel(query, marks, word.marks));
  }
  return mismatch;
}

/** The rank of words that are not one phrase: the best occurrence of each word, and of these the worst. */
function scatteredRank(query: Query, part: QueryPart, entry: EntryWords): Rank | undefined {
  const best = (words: QueryPart['words']) => bestPhrase(query, { words, quoted: true }, entry);
  const pairs = part.words.slice(1).map((word, index) => best([part.words[index] ?? word, word]));
  const foundPairs = pairs.filter((rank) => rank !== undefined);
  const apart = pairs.length - foundPairs.length;
  const found = part.words.map((word) => best([word])).filter((rank) => rank !== undefined);
  const missing = part.words.length - found.length;
  if (missing === 0) return allWordsRank(Math.max(...found.map(levelOf)), apart, Math.max(...found.map(fieldOf)));
  if (apart <= mayMiss(pairs.length) && foundPairs.length > 0)
    return mostPairsRank(apart, Math.max(...foundPairs.map(fieldOf)));
  if (missing <= mayMissWords(part.words.length)) return mostWordsRank(missing, apart, Math.max(...found.map(fieldOf)));
  return undefined;
}
