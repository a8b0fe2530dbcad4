import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import type { Abbreviations } from './abbreviations.ts';

/** One word of a text in the form that is compared, and where it stands. */
export interface Word extends SyllableForm {
  readonly start: number;
  readonly end: number;
  /** False where a sentence or a paragraph begins: no phrase reaches over it. */
  readonly joined: boolean;
}

/** The words of a text in order; an abbreviation stands there as the words it means: "UBND tỉnh" → ủy ban nhân dân tỉnh. */
export function words(text: string, abbreviations: Abbreviations): Word[] {
  const found: Word[] = [];
  let before = '';
  let end = 0;
  for (const match of text.matchAll(abbreviations.pattern)) {
    const [written] = match;
    const start = match.index;
    let joined = found.length > 0 && !endsPhrase(before, text.slice(end, start));
    end = start + written.length;
    for (const { key, marks } of abbreviations.forms(written)) {
      found.push({ key, marks, start, end, joined });
      joined = true;
    }
    before = written;
  }
  return found;
}

/** A comma or a dash ends none, for readers type "phòng chống" for "phòng, chống"; nor does the point of "TP." or "GS." */
function endsPhrase(before: string, between: string): boolean {
  if (between === ' ') return false;
  return /[!?…;:]\s|\n/.test(between) || (/\.\s/.test(between) && /\p{Ll}\p{M}*$/u.test(before));
}
