import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import { wordEnd } from './word-end.ts';

/** An abbreviation as search expands it: "UBND", "Ủy ban nhân dân". */
export interface SearchAbbreviation {
  readonly short: string;
  readonly meaning: string;
  /** True where the same letters in lower case are a different word: "TU", Tỉnh ủy. */
  readonly capitalsOnly: boolean;
}

/** The abbreviations of a site, compiled for splitting texts into words. */
export interface CompiledAbbreviations {
  /** Identifies the list of abbreviations: its JSON. */
  readonly cacheKey: string;
  /** The end of the token, a word or an abbreviation, that begins at an index of a text; the index itself if none does. */
  readonly tokenEnd: (text: string, start: number) => number;
  /** The normalized form of a word; for an abbreviation, the forms of the words it stands for. */
  readonly forms: (token: string) => readonly SyllableForm[];
}

const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
/** In UTF-16 code units; what a longer token (an address, a number) holds beyond this is not compared. */
const maxTokenLength = 40;
const maxCachedForms = 50_000;

/** Compiles a list of abbreviations; the result caches the forms of the tokens it has seen. */
export function compileAbbreviations(list: readonly SearchAbbreviation[]): CompiledAbbreviations {
  const byShortForm = new Map(
    list.map(({ short, meaning, capitalsOnly }) => [
      short.normalize('NFC').toUpperCase(),
      { capitalsOnly, forms: (meaning.match(new RegExp(`${wordCharacter}+`, 'gu')) ?? []).map(syllableForm) },
    ]),
  );
  const withPunctuation = [...byShortForm.keys()]
    .filter((short) => !new RegExp(`^${wordCharacter}+$`, 'u').test(short))
    .sort((a, b) => b.length - a.length);
  const computeForms = (token: string): readonly SyllableForm[] => {
    const upperCase = token.normalize('NFC').toUpperCase();
    const found = byShortForm.get(upperCase);
    if (found && (!found.capitalsOnly || token.normalize('NFC') === upperCase)) return found.forms;
    return [syllableForm(token.slice(0, maxTokenLength))];
  };
  /** Texts consist of few distinct words. */
  const cachedForms = new Map<string, readonly SyllableForm[]>();
  return {
    cacheKey: JSON.stringify(list),
    tokenEnd: punctuatedTokenEnd(withPunctuation),
    forms: (token) => {
      let forms = cachedForms.get(token);
      if (!forms) {
        if (cachedForms.size >= maxCachedForms) cachedForms.clear();
        forms = computeForms(token);
        cachedForms.set(token, forms);
      }
      return forms;
    },
  };
}

/** Finds the end of a token where some abbreviations are not words: "T.Ư", "KH&CN". */
function punctuatedTokenEnd(abbreviations: readonly string[]): CompiledAbbreviations['tokenEnd'] {
  if (abbreviations.length === 0) return wordEnd;
  const escaped = abbreviations.map((short) => short.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?:${escaped.join('|')})(?!${wordCharacter})`, 'iuy');
  // Most tokens begin with another letter, and to try the pattern at each would take twice as long.
  const firstUnits = new Set(
    abbreviations.flatMap((short) => [short.charCodeAt(0), short.toLowerCase().charCodeAt(0)]),
  );
  return (text, start) => {
    pattern.lastIndex = start;
    return firstUnits.has(text.charCodeAt(start)) && pattern.test(text) ? pattern.lastIndex : wordEnd(text, start);
  };
}
