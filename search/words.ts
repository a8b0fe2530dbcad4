import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import type { Abbreviations } from './abbreviations.ts';

/** One word of a text in the form that is compared, and where it stands. */
export interface Word extends SyllableForm {
  readonly start: number;
  readonly end: number;
  /** False where a sentence or a paragraph begins: no phrase reaches over it. */
  readonly joined: boolean;
}

/** Whatever an address or a number may hold beyond this is not compared. */
const longest = 40;

/** The words of a text in order; an abbreviation stands there as the words it means: "UBND tỉnh" → ủy ban nhân dân tỉnh. */
export function words(text: string, abbreviations: Abbreviations): Word[] {
  const found: Word[] = [];
  let before = '';
  let end = 0;
  for (const match of text.matchAll(abbreviations.pattern)) {
    const [written] = match;
    const joined = found.length > 0 && !endsPhrase(before, text.slice(end, match.index));
    const place = { start: match.index, end: match.index + written.length };
    const meant = abbreviations.meaning(written);
    if (meant) found.push(...meant.map((form, index) => ({ ...form, ...place, joined: joined || index > 0 })));
    else {
      const { key, marks } = formOf(written.slice(0, longest));
      found.push({ key, marks, ...place, joined });
    }
    before = written;
    end = place.end;
  }
  return found;
}

const forms = new Map<string, SyllableForm>();
const remembered = 50_000;

/** Texts are made of few different words: each is taken apart once. */
function formOf(written: string): SyllableForm {
  let form = forms.get(written);
  if (!form) {
    if (forms.size >= remembered) forms.clear();
    form = syllableForm(written);
    forms.set(written, form);
  }
  return form;
}

/** A comma or a dash ends none, for readers type "phòng chống" for "phòng, chống"; nor does the point of "TP." or "GS." */
function endsPhrase(before: string, between: string): boolean {
  return /[!?…;:]\s|\n/.test(between) || (/\.\s/.test(between) && /\p{Ll}\p{M}*$/u.test(before));
}
