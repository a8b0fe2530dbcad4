import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import type { Abbreviations } from './abbreviations.ts';
import { words } from './words.ts';

/** Words that belong together. */
export interface QueryPart {
  readonly words: readonly SyllableForm[];
  /** True where only these words in this order count. */
  readonly quoted: boolean;
}

/** What a reader looks for; empty where nothing was typed that could be found. */
export interface Query {
  readonly parts: readonly QueryPart[];
  /** False where the reader types without marks. */
  readonly marked: boolean;
}

/** Reads what was typed: words in quotation marks of any kind are a phrase, the others are one part. */
export function parseQuery(typed: string, abbreviations: Abbreviations): Query {
  const loose: string[] = [];
  const parts: QueryPart[] = [];
  typed
    .normalize('NFC')
    .split(/["“”„«»]/)
    .forEach((piece, index, pieces) => {
      const closed = index % 2 === 1 && index < pieces.length - 1;
      if (!closed) loose.push(piece);
      else parts.push({ words: words(piece, abbreviations), quoted: true });
    });
  parts.push({ words: words(loose.join(' '), abbreviations), quoted: false });
  const written = parts.filter((part) => part.words.length > 0);
  return { parts: written, marked: written.some((part) => part.words.some(({ marks }) => marks > 0)) };
}

/** How near a word's marks are to those a reader typed: 0 the same, 1 where none were typed for this word alone, 2 others. */
export function markLevel(query: Query, typed: number, found: number): number {
  if (typed === found || !query.marked) return 0;
  return typed === 0 ? 1 : 2;
}
