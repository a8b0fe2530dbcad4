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
  /** The list itself, as a text that no other list has. */
  readonly written: string;
  /** Finds whatever counts as one word. */
  readonly pattern: RegExp;
  /** The forms of what counts as one word; of an abbreviation, those of what it means. */
  readonly forms: (written: string) => readonly SyllableForm[];
}

const word = String.raw`[\p{L}\p{M}\p{N}]`;
/** Whatever an address or a number may hold beyond this is not compared. */
const longest = 40;
const remembered = 50_000;

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
  const formsOf = (written: string): readonly SyllableForm[] => {
    const capitals = written.normalize('NFC').toUpperCase();
    const found = known.get(capitals);
    if (found && (!found.capitalsOnly || written.normalize('NFC') === capitals)) return found.forms;
    return [syllableForm(written.slice(0, longest))];
  };
  /** Texts are made of few different words: each is taken apart once. */
  const seen = new Map<string, readonly SyllableForm[]>();
  return {
    written: JSON.stringify(list),
    pattern: new RegExp([...ofSeveralParts, `${word}+`].join('|'), 'giu'),
    forms: (written) => {
      let forms = seen.get(written);
      if (!forms) {
        if (seen.size >= remembered) seen.clear();
        forms = formsOf(written);
        seen.set(written, forms);
      }
      return forms;
    },
  };
}
