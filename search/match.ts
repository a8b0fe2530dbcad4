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

/** The words of an entry by its fields. */
export type EntryWords = readonly (readonly Word[])[];

export function entryWords(entry: Entry, abbreviations: Abbreviations): EntryWords {
  return fields.map((field) => words(entry[field], abbreviations));
}

/** How well an entry answers a query, undefined where it does not: this is what being found means, the index only makes it quick. */
export function match(query: Query, entry: EntryWords): Rank | undefined {
  let worst: Rank | undefined;
  for (const part of query.parts) {
    const rank = bestPhrase(query, part, entry) ?? (part.quoted ? undefined : scattered(query, part, entry));
    if (rank === undefined) return undefined;
    worst = Math.max(worst ?? 0, rank);
  }
  return worst;
}

function bestPhrase(query: Query, part: QueryPart, entry: EntryWords): Rank | undefined {
  let best: Rank | undefined;
  entry.forEach((text, field) => {
    for (let at = 0; at + part.words.length <= text.length; at++) {
      const level = levelAt(query, part, text, at);
      if (level === undefined) continue;
      const rank = phraseRank(level, field);
      if (best === undefined || rank < best) best = rank;
    }
  });
  return best;
}

/** The level of a phrase at one place of a text; undefined where it does not stand there. */
export function levelAt(query: Query, part: QueryPart, text: readonly Word[], at: number): number | undefined {
  let level = 0;
  for (const [index, { key, marks }] of part.words.entries()) {
    const word = text[at + index];
    if (word?.key !== key || (index > 0 && !word.joined)) return undefined;
    level = Math.max(level, markLevel(query, marks, word.marks));
  }
  return level;
}

/** The rank of words that stand apart: each where it stands best, the worst of them counts. */
function scattered(query: Query, part: QueryPart, entry: EntryWords): Rank | undefined {
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
