import type { CompiledAbbreviations } from '#search/compile-abbreviations.ts';
import { hash32, hashPrefix } from '#search/hash.ts';
import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import { marksUpperBound, type Term } from './term.ts';
import type { Spelling, Vocabulary } from './vocabulary.ts';

/** A word as a term, and as the first word of a pair. */
export interface LexiconWord extends Term {
  readonly key: string;
  /** The hash state after the word and a space, for hashWithPrefix. */
  readonly pairPrefix: number;
}

/** The words and the spelling of a token. */
interface LexiconEntry {
  readonly words: readonly LexiconWord[];
  /** Absent for an abbreviation, which is not a spelling of its words. */
  readonly spelling?: Spelling;
}

/** A cache of the tokens of a segment: texts consist of few distinct tokens, so each is analysed once. */
export class Lexicon {
  readonly abbreviations: CompiledAbbreviations;
  readonly #vocabulary: Vocabulary;
  readonly #entries = new Map<string, LexiconEntry>();

  constructor(abbreviations: CompiledAbbreviations, vocabulary: Vocabulary) {
    this.abbreviations = abbreviations;
    this.#vocabulary = vocabulary;
  }

  lookup(token: string): LexiconEntry {
    let entry = this.#entries.get(token);
    if (!entry) {
      entry = this.#analyse(token);
      this.#entries.set(token, entry);
    }
    return entry;
  }

  #analyse(token: string): LexiconEntry {
    const forms = this.abbreviations.forms(token);
    const words = forms.map(wordOf);
    const [form] = forms;
    if (!form || forms.length > 1 || syllableForm(token).key !== form.key) return { words };
    return { words, spelling: this.#vocabulary.spelling(token.toLowerCase(), form.key, form.marks) };
  }
}

function wordOf({ key, marks }: SyllableForm): LexiconWord {
  if (marks >= marksUpperBound) throw new RangeError(`"${key}" has marks beyond ${marksUpperBound}: ${marks}`);
  return { key, marks, hash: hash32(key), pairPrefix: hashPrefix(`${key} `) };
}
