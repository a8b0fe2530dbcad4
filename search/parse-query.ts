import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import type { CompiledAbbreviations } from './compile-abbreviations.ts';
import { tokenize } from './tokenize.ts';

/** The words of one quoted phrase, or all words outside quotation marks. */
export interface QueryPart {
  readonly words: readonly SyllableForm[];
  /** True where only these words in this order match. */
  readonly quoted: boolean;
}

/** A parsed query; it has no parts where the reader typed no word. */
export interface ParsedQuery {
  readonly parts: readonly QueryPart[];
  /** False where the reader typed no diacritics at all. */
  readonly hasMarks: boolean;
}

/** Parses what a reader typed: each text in quotation marks of any kind is a phrase, all other words are one part. */
export function parseQuery(typed: string, abbreviations: CompiledAbbreviations): ParsedQuery {
  const unquoted: string[] = [];
  const parts: QueryPart[] = [];
  typed
    .normalize('NFC')
    .split(/["“”„«»]/)
    .forEach((piece, index, pieces) => {
      const isQuoted = index % 2 === 1 && index < pieces.length - 1;
      if (!isQuoted) unquoted.push(piece);
      else parts.push({ words: tokenize(piece, abbreviations), quoted: true });
    });
  parts.push({ words: tokenize(unquoted.join(' '), abbreviations), quoted: false });
  const nonEmpty = parts.filter((part) => part.words.length > 0);
  return { parts: nonEmpty, hasMarks: nonEmpty.some((part) => part.words.some(({ marks }) => marks > 0)) };
}

/** How the marks of a word differ from those typed: 0 no difference, 1 none typed for this word alone, 2 others. */
export function markMismatch(query: ParsedQuery, typed: number, found: number): number {
  if (typed === found || !query.hasMarks) return 0;
  return typed === 0 ? 1 : 2;
}
