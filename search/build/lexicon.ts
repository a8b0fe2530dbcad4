import type { Abbreviations } from '#search/abbreviations.ts';
import { begun, hash } from '#search/hash.ts';
import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import { mostMarks, type Term } from './term.ts';
import type { Spelling, Vocabulary } from './vocabulary.ts';

/** A word as a term of its own and as the first of a pair. */
export interface LexiconWord extends Term {
  readonly key: string;
  /** How far the hash of a pair has come that begins with it. */
  readonly begun: number;
}

/** What stands for something written. */
interface Meaning {
  readonly words: readonly LexiconWord[];
  /** Absent for an abbreviation, which is not how its words are written. */
  readonly spelling?: Spelling;
}

/** What is written in texts, as an index knows it: there is much text and little of it differs, so each is looked up once. */
export class Lexicon {
  readonly abbreviations: Abbreviations;
  readonly #vocabulary: Vocabulary;
  readonly #meanings = new Map<string, Meaning>();

  constructor(abbreviations: Abbreviations, vocabulary: Vocabulary) {
    this.abbreviations = abbreviations;
    this.#vocabulary = vocabulary;
  }

  meaning(written: string): Meaning {
    let meaning = this.#meanings.get(written);
    if (!meaning) {
      meaning = this.#meaningOf(written);
      this.#meanings.set(written, meaning);
    }
    return meaning;
  }

  #meaningOf(written: string): Meaning {
    const forms = this.abbreviations.forms(written);
    const words = forms.map(wordOf);
    const [form] = forms;
    if (!form || forms.length > 1 || syllableForm(written).key !== form.key) return { words };
    return { words, spelling: this.#vocabulary.spelling(written.toLowerCase(), form.key, form.marks) };
  }
}

function wordOf({ key, marks }: SyllableForm): LexiconWord {
  if (marks >= mostMarks) throw new RangeError(`"${key}" has marks beyond ${mostMarks}: ${marks}`);
  return { key, marks, hash: hash(key), begun: begun(`${key} `) };
}
