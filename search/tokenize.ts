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
  { tokenPattern }: CompiledAbbreviations,
  visit: (token: string, start: number, followsPrevious: boolean) => void,
): void {
  let previous = '';
  let end = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const [token] = match;
    const start = match.index;
    const followsPrevious = previous !== '' && !endsPhrase(previous, text.slice(end, start));
    end = start + token.length;
    visit(token, start, followsPrevious);
    previous = token;
  }
}

/** Commas, dashes (readers type "phòng chống" for "phòng, chống") and the periods of "TP." and "GS." do not. */
function endsPhrase(previous: string, between: string): boolean {
  if (between === ' ') return false;
  return /[!?…;:]\s|\n/.test(between) || (/\.\s/.test(between) && /\p{Ll}\p{M}*$/u.test(previous));
}
