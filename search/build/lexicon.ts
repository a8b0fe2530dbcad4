import type { Abbreviations } from '#search/abbreviations.ts';
import { begun, hash } from '#search/hash.ts';
import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import { mostMarks, type Term } from './term.ts';
import type { Spelling, Vocabulary } from './vocabulary.ts';

/** A word as a term, and as the first word of a pair. */
export interface LexiconWord extends Term {
  readonly key: string;
  /** The hash state after the word and a space, for hashWithPrefix. */
  readonly begun: number;
}

/** The words and the spelling of a token. */
interface LexiconEntry {
  readonly words: readonly LexiconWord[];
  /** Absent for an abbreviation, which is not a spelling of its words. */
  readonly spelling?: Spelling;
}

/** A cache of the tokens of a segment: texts consist of few distinct tokens, so each is analysed once. */
export class Lexicon {
  readonly abbreviations: Abbreviations;
  readonly #vocabulary: Vocabulary;
  readonly #entries = new Map<string, LexiconEntry>();

  constructor(abbreviations: Abbreviations, vocabulary: Vocabulary) {
    this.abbreviations = abbreviations;
    this.#vocabulary = vocabulary;
  }

  meaning(token: string): LexiconEntry {
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
  if (marks >= mostMarks) throw new RangeError(`"${key}" has marks beyond ${mostMarks}: ${marks}`);
  return { key, marks, hash: hash(key), begun: begun(`${key} `) };
}
