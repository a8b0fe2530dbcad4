import { fold } from '#vietnamese/fold.ts';
import { hasMarksOf, type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import type { CompiledAbbreviations } from './compile-abbreviations.ts';
import { type Mismatch, mismatches } from './rank.ts';
import { tokenize } from './tokenize.ts';

/** A word of a query. */
export interface QueryWord extends SyllableForm {
  /** As typed, in lower case; absent for a word of an abbreviation. */
  readonly text?: string;
  /** Present where longer words match too: those whose keys begin with one of these. */
  readonly prefixes?: readonly string[];
}

/** The words of one quoted phrase, or all words outside quotation marks. */
export interface QueryPart {
  readonly words: readonly QueryWord[];
  /** True where only these words in this order match. */
  readonly quoted: boolean;
}

/** A parsed query; it has no parts where the reader typed no word. */
export interface ParsedQuery {
  readonly parts: readonly QueryPart[];
  /** False where the reader typed no diacritics at all. */
  readonly hasMarks: boolean;
  /** Whether the reader may still be typing the last word of the last part. */
  readonly isUnfinished: boolean;
}

/** Parses what a reader typed: each text in quotation marks of any kind is a phrase, all other words are one part. */
export function parseQuery(typed: string, abbreviations: CompiledAbbreviations): ParsedQuery {
  const unquoted: string[] = [];
  const parts: QueryPart[] = [];
  let endsUnquoted = false;
  typed
    .normalize('NFC')
    .split(/["“”„«»]/)
    .forEach((piece, index, pieces) => {
      const isQuoted = index % 2 === 1 && index < pieces.length - 1;
      if (!isQuoted) unquoted.push(piece);
      else parts.push({ words: wordsOf(piece, abbreviations), quoted: true });
      endsUnquoted = !isQuoted && /[\p{L}\p{M}\p{N}]$/u.test(piece);
    });
  parts.push({ words: wordsOf(unquoted.join(' '), abbreviations), quoted: false });
  const last = parts.at(-1)?.words.at(-1)?.text;
  return {
    parts: parts.filter((part) => part.words.length > 0),
    hasMarks: parts.some((part) => part.words.some(({ marks }) => marks > 0)),
    isUnfinished: endsUnquoted && last !== undefined && !/^\d+$/.test(last),
  };
}

function wordsOf(piece: string, abbreviations: CompiledAbbreviations): QueryWord[] {
  return tokenize(piece, abbreviations).map(({ key, marks, start, end }) => {
    const text = piece.slice(start, end).toLowerCase();
    return { key, marks, ...(syllableForm(text).key === key && { text }) };
  });
}

/** The words with the last one as the beginning of longer words; undefined for a word of an abbreviation. */
export function withUnfinishedWord(words: readonly QueryWord[]): readonly QueryWord[] | undefined {
  const last = words.at(-1);
  if (last?.text === undefined) return undefined;
  return [...words.slice(0, -1), { ...last, prefixes: [...new Set([fold(last.text), last.key])] }];
}

/** How a word of a text differs from a word of a query; undefined where it is another word. */
export function mismatchOf(query: ParsedQuery, typed: QueryWord, found: SyllableForm): Mismatch | undefined {
  if (typed.key !== found.key) {
    if (!typed.prefixes?.some((prefix) => found.key.startsWith(prefix))) return undefined;
    return hasMarksOf(found, typed) ? mismatches.completed : undefined;
  }
  if (typed.marks === found.marks || !query.hasMarks) return mismatches.none;
  return hasMarksOf(found, typed) ? mismatches.moreMarks : mismatches.otherMarks;
}
