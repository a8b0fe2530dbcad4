import { initialOf } from '#search/index-manifest.ts';
import { StaleIndexError } from './stale-index-error.ts';

/** A spelling of a word, and how many entries hold it. */
export interface Spelling {
  readonly text: string;
  readonly key: string;
  readonly marks: number;
  entryCount: number;
  /** The entry that was counted last. */
  lastEntry: number;
}

/** A vocabulary as plain data: the texts and keys as lines, and the numbers of each line. */
export interface VocabularyState {
  readonly texts: string;
  readonly keys: string;
  readonly marks: Uint16Array;
  readonly entryCounts: Uint32Array;
}

/** How many words are listed for completing and correcting queries. */
const maxListed = 16_000;

/** The spellings in a segment, and how many entries hold each. */
export class Vocabulary {
  readonly #spellings = new Map<string, Spelling>();

  static fromState({ texts, keys, marks, entryCounts }: VocabularyState): Vocabulary {
    const vocabulary = new Vocabulary();
    const [allTexts, allKeys] = [texts, keys].map((lines) => lines.split('\n'));
    for (const [at, count] of entryCounts.entries())
      vocabulary.spelling(allTexts?.[at] ?? '', allKeys?.[at] ?? '', marks[at] ?? 0).entryCount = count;
    return vocabulary;
  }

  /** The spelling of a lower-case text, created on first use; countSpelling counts it. */
  spelling(text: string, key: string, marks: number): Spelling {
    let spelling = this.#spellings.get(text);
    if (!spelling) {
      spelling = { text, key, marks, entryCount: 0, lastEntry: -1 };
      this.#spellings.set(text, spelling);
    }
    return spelling;
  }

  /** The spellings that entries hold, by word and marks. */
  sortedSpellings(): readonly Spelling[] {
    return [...this.#spellings.values()]
      .filter(({ entryCount }) => entryCount !== 0)
      .sort((a, b) => compare(a.key, b.key) || a.marks - b.marks || compare(a.text, b.text));
  }
}

/** Adds an entry to the count of a spelling, or removes it; repeated calls for the same entry count once. */
export function countSpelling(spelling: Spelling, entry: number, by: 1 | -1 = 1): void {
  if (spelling.lastEntry === entry) return;
  spelling.lastEntry = entry;
  spelling.entryCount += by;
  if (spelling.entryCount < 0) throw new StaleIndexError(`"${spelling.text}" was in no entry`);
}

/** By initial, each word once, with its most frequent marks in their most frequent spelling, the most frequent first. */
export function frequentWords(sorted: readonly Spelling[]): ReadonlyMap<string, readonly string[]> {
  const best = new Map<string, MarkedWord>();
  for (const word of wordsOf(sorted))
    if (word.entryCount > (best.get(word.key)?.entryCount ?? 0)) best.set(word.key, word);
  const frequent = [...best.values()]
    .sort((a, b) => b.entryCount - a.entryCount || compare(a.key, b.key))
    .slice(0, maxListed);
  const byInitial = Map.groupBy(frequent, ({ key }) => initialOf(key));
  return new Map([...byInitial].sort().map(([initial, words]) => [initial, words.map(({ text }) => text)]));
}

export function vocabularyState(sorted: readonly Spelling[]): VocabularyState {
  return {
    texts: sorted.map(({ text }) => text).join('\n'),
    keys: sorted.map(({ key }) => key).join('\n'),
    marks: Uint16Array.from(sorted, ({ marks }) => marks),
    entryCounts: Uint32Array.from(sorted, ({ entryCount }) => entryCount),
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
  for (const { key, marks, text, entryCount } of sorted) {
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
