import { syllableForm } from '#vietnamese/syllable-form.ts';
import type { CompiledAbbreviations } from './compile-abbreviations.ts';
import { tokenize } from './tokenize.ts';

/** A word of a query at its place in the typed text. */
export interface TypedWord {
  /** In lower case. */
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a typed text that are no abbreviations. */
export function typedWords(typed: string, abbreviations: CompiledAbbreviations): TypedWord[] {
  return tokenize(typed, abbreviations).flatMap(({ key, start, end }): TypedWord[] => {
    const text = typed.slice(start, end).toLowerCase();
    return syllableForm(text).key === key ? [{ text, key, start, end }] : [];
  });
}

/** The typed text with some of its words replaced. */
export function withTexts(typed: string, words: readonly TypedWord[], texts: readonly string[]): string {
  return words.reduceRight(
    (text, { start, end, text: old }, at) =>
      texts[at] === old ? text : text.slice(0, start) + texts[at] + text.slice(end),
    typed,
  );
}
