import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import type { CompiledAbbreviations } from './compile-abbreviations.ts';

/** A word of a text: its normalized form and its position. */
export interface WordToken extends SyllableForm {
  readonly start: number;
  readonly end: number;
  /** False at the beginning of a sentence or a paragraph: phrases do not cross it. */
  readonly followsPrevious: boolean;
}

/** The words of a text in order; an abbreviation is replaced by its meaning: "UBND tỉnh" → ủy ban nhân dân tỉnh. */
export function tokenize(text: string, abbreviations: CompiledAbbreviations): WordToken[] {
  const found: WordToken[] = [];
  forEachToken(text, abbreviations, (token, start, followsToken) => {
    let followsPrevious = followsToken;
    for (const { key, marks } of abbreviations.forms(token)) {
      found.push({ key, marks, start, end: start + token.length, followsPrevious });
      followsPrevious = true;
    }
  });
  return found;
}

/** Visits each word and abbreviation of a text as written; `followsPrevious` as in WordToken. */
export function forEachToken(
  text: string,
  { tokenEnd }: CompiledAbbreviations,
  visit: (token: string, start: number, followsPrevious: boolean) => void,
): void {
  let previous = '';
  let previousEnd = 0;
  let start = 0;
  while (start < text.length) {
    const end = tokenEnd(text, start);
    if (end > start) {
      const token = text.slice(start, end);
      visit(token, start, previous !== '' && !endsPhrase(previous, text.slice(previousEnd, start)));
      previous = token;
      previousEnd = end;
    }
    start = Math.max(end, start + 1);
  }
}

/** Commas, dashes (readers type "phòng chống" for "phòng, chống") and the periods of "TP." and "GS." do not. */
function endsPhrase(previous: string, between: string): boolean {
  if (between === ' ') return false;
  return /[!?…;:]\s|\n/.test(between) || (/\.\s/.test(between) && /\p{Ll}\p{M}*$/u.test(previous));
}
