import { Doubtful } from './doubtful.ts';

/** One way of writing a word, and how many entries hold it. */
export interface Spelling {
  readonly written: string;
  readonly key: string;
  readonly marks: number;
  entries: number;
  /** The entry that was noted last. */
  last: number;
}

/** A vocabulary to be kept: lines of texts, and a number for each. */
export interface VocabularyState {
  readonly written: string;
  readonly keys: string;
  readonly marks: Uint16Array;
  readonly entries: Uint32Array;
}

/** As many words are known to correct what was typed wrong. */
const mostListed = 8000;

/** How words are written in a segment, and how often. */
export class Vocabulary {
  readonly #spellings = new Map<string, Spelling>();

  static of({ written, keys, marks, entries }: VocabularyState): Vocabulary {
    const vocabulary = new Vocabulary();
    const [allWritten, allKeys] = [written, keys].map((lines) => lines.split('\n'));
    for (const [at, count] of entries.entries())
      vocabulary.spelling(allWritten?.[at] ?? '', allKeys?.[at] ?? '', marks[at] ?? 0).entries = count;
    return vocabulary;
  }

  /** A way of writing, in small letters, that `note` takes. */
  spelling(written: string, key: string, marks: number): Spelling {
    let spelling = this.#spellings.get(written);
    if (!spelling) {
      spelling = { written, key, marks, entries: 0, last: -1 };
      this.#spellings.set(written, spelling);
    }
    return spelling;
  }

  /** The spellings that entries hold, those of a word beside each other. */
  sorted(): readonly Spelling[] {
    return [...this.#spellings.values()]
      .filter(({ entries }) => entries !== 0)
      .sort((a, b) => compare(a.key, b.key) || a.marks - b.marks || compare(a.written, b.written));
  }
}

/** Notes once for each entry that it holds a way of writing, or that it no longer does. */
export function note(spelling: Spelling, entry: number, by: 1 | -1 = 1): void {
  if (spelling.last === entry) return;
  spelling.last = entry;
  spelling.entries += by;
  if (spelling.entries < 0) throw new Doubtful(`"${spelling.written}" was in no entry`);
}

/** Each word once, marks aside, with its most frequent marks in the way most write it; the most frequent words first. */
export function listed(sorted: readonly Spelling[]): string[] {
  const best = new Map<string, Word>();
  for (const word of wordsOf(sorted)) if (word.entries > (best.get(word.key)?.entries ?? 0)) best.set(word.key, word);
  return [...best.values()]
    .sort((a, b) => b.entries - a.entries || compare(a.key, b.key))
    .slice(0, mostListed)
    .map(({ written }) => written);
}

export function vocabularyState(sorted: readonly Spelling[]): VocabularyState {
  return {
    written: sorted.map(({ written }) => written).join('\n'),
    keys: sorted.map(({ key }) => key).join('\n'),
    marks: Uint16Array.from(sorted, ({ marks }) => marks),
    entries: Uint32Array.from(sorted, ({ entries }) => entries),
  };
}

/** A word with some marks, the way most write it. */
interface Word {
  readonly key: string;
  readonly marks: number;
  entries: number;
  written: string;
  most: number;
}

function wordsOf(sorted: readonly Spelling[]): Word[] {
  const words: Word[] = [];
  for (const { key, marks, written, entries } of sorted) {
    const word = words.at(-1);
    if (word?.key !== key || word.marks !== marks) words.push({ key, marks, written, entries, most: entries });
    else {
      word.entries += entries;
      if (entries > word.most) [word.written, word.most] = [written, entries];
    }
  }
  return words;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
