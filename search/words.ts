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
  eachWritten(text, abbreviations, (written, start, follows) => {
    let joined = follows;
    for (const { key, marks } of abbreviations.forms(written)) {
      found.push({ key, marks, start, end: start + written.length, joined });
      joined = true;
    }
  });
  return found;
}

/** Visits whatever counts as one word in a text; `joined` as a Word's. */
export function eachWritten(
  text: string,
  { pattern }: Abbreviations,
  visit: (written: string, start: number, joined: boolean) => void,
): void {
  let before = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [written] = match;
    const start = match.index;
    const joined = before !== '' && !endsPhrase(before, text.slice(end, start));
    end = start + written.length;
    visit(written, start, joined);
    before = written;
  }
}

/** A comma or a dash ends none, for readers type "phòng chống" for "phòng, chống"; nor does the point of "TP." or "GS." */
function endsPhrase(before: string, between: string): boolean {
  if (between === ' ') return false;
  return /[!?…;:]\s|\n/.test(between) || (/\.\s/.test(between) && /\p{Ll}\p{M}*$/u.test(before));
}
