import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';

/** What a short way of writing means: "UBND", "Ủy ban nhân dân". */
export interface Abbreviation {
  readonly short: string;
  readonly meaning: string;
  /** True where the same letters in lower case are another word: "TU", Tỉnh ủy. */
  readonly capitalsOnly: boolean;
}

/** The abbreviations of a site, ready to be found in texts. */
export interface Abbreviations {
  /** Finds whatever counts as one word. */
  readonly pattern: RegExp;
  /** What a word means, where it is an abbreviation. */
  readonly meaning: (written: string) => readonly SyllableForm[] | undefined;
}

const word = String.raw`[\p{L}\p{M}\p{N}]`;

/** How a list of abbreviations is found in texts. */
export function abbreviations(list: readonly Abbreviation[]): Abbreviations {
  const known = new Map(
    list.map(({ short, meaning, capitalsOnly }) => [
      short.normalize('NFC').toUpperCase(),
      { capitalsOnly, forms: (meaning.match(new RegExp(`${word}+`, 'gu')) ?? []).map(syllableForm) },
    ]),
  );
  const ofSeveralParts = [...known.keys()]
    .filter((short) => !new RegExp(`^${word}+$`, 'u').test(short))
    .sort((a, b) => b.length - a.length)
    .map((short) => `${short.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?!${word})`);
  return {
    pattern: new RegExp([...ofSeveralParts, `${word}+`].join('|'), 'giu'),
    meaning: (written) => {
      const capitals = written.normalize('NFC').toUpperCase();
      const found = known.get(capitals);
      return found && (!found.capitalsOnly || written.normalize('NFC') === capitals) ? found.forms : undefined;
    },
  };
}
