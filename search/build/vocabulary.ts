import { Doubtful } from './doubtful.ts';

/** A spelling of a word, and how many entries hold it. */
export interface Spelling {
  readonly written: string;
  readonly key: string;
  readonly marks: number;
  entries: number;
  /** The entry that was counted last. */
  last: number;
}

/** A vocabulary as plain data: the texts and keys as lines, and the numbers of each line. */
export interface VocabularyState {
  readonly written: string;
  readonly keys: string;
  readonly marks: Uint16Array;
  readonly entries: Uint32Array;
}

/** How many words are listed for correcting queries. */
const maxListed = 8000;

/** The spellings in a segment, and how many entries hold each. */
export class Vocabulary {
  readonly #spellings = new Map<string, Spelling>();

  static of({ written: texts, keys, marks, entries: entryCounts }: VocabularyState): Vocabulary {
    const vocabulary = new Vocabulary();
    const [allTexts, allKeys] = [texts, keys].map((lines) => lines.split('\n'));
    for (const [at, count] of entryCounts.entries())
      vocabulary.spelling(allTexts?.[at] ?? '', allKeys?.[at] ?? '', marks[at] ?? 0).entries = count;
    return vocabulary;
  }

  /** The spelling of a lower-case text, created on first use; countSpelling counts it. */
  spelling(text: string, key: string, marks: number): Spelling {
    let spelling = this.#spellings.get(text);
    if (!spelling) {
      spelling = { written: text, key, marks, entries: 0, last: -1 };
      this.#spellings.set(text, spelling);
    }
    return spelling;
  }

  /** The spellings that entries hold, by word and marks. */
  sorted(): readonly Spelling[] {
    return [...this.#spellings.values()]
      .filter(({ entries: entryCount }) => entryCount !== 0)
      .sort((a, b) => compare(a.key, b.key) || a.marks - b.marks || compare(a.written, b.written));
  }
}

/** Adds an entry to the count of a spelling, or removes it; repeated calls for the same entry count once. */
export function note(spelling: Spelling, entry: number, by: 1 | -1 = 1): void {
  if (spelling.last === entry) return;
  spelling.last = entry;
  spelling.entries += by;
  if (spelling.entries < 0) throw new Doubtful(`"${spelling.written}" was in no entry`);
}

/** Each word once, with its most frequent marks in their most frequent spelling; the most frequent words first. */
export function listed(sorted: readonly Spelling[]): string[] {
  const best = new Map<string, MarkedWord>();
  for (const word of wordsOf(sorted))
    if (word.entryCount > (best.get(word.key)?.entryCount ?? 0)) best.set(word.key, word);
  return [...best.values()]
    .sort((a, b) => b.entryCount - a.entryCount || compare(a.key, b.key))
    .slice(0, maxListed)
    .map(({ text }) => text);
}

export function vocabularyState(sorted: readonly Spelling[]): VocabularyState {
  return {
    written: sorted.map(({ written: text }) => text).join('\n'),
    keys: sorted.map(({ key }) => key).join('\n'),
    marks: Uint16Array.from(sorted, ({ marks }) => marks),
    entries: Uint32Array.from(sorted, ({ entries: entryCount }) => entryCount),
  };
}

/** A word with certain marks, in its most frequent spelling. */
interface MarkedWord {
  readonly key: string;
  readonly marks: number;
  entryCount: number;
  text: string;
  /** How many entries hold the most frequent spelling. */
  maxCount: number;
}

function wordsOf(sorted: readonly Spelling[]): MarkedWord[] {
  const words: MarkedWord[] = [];
  for (const { key, marks, written: text, entries: entryCount } of sorted) {
    const word = words.at(-1);
    if (word?.key !== key || word.marks !== marks) words.push({ key, marks, text, entryCount, maxCount: entryCount });
    else {
      word.entryCount += entryCount;
      if (entryCount > word.maxCount) [word.text, word.maxCount] = [text, entryCount];
    }
  }
  return words;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
