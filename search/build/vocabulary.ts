/** One way of writing a word, and how many entries hold it. */
export interface Spelling {
  readonly written: string;
  readonly key: string;
  readonly marks: number;
  entries: number;
  /** The entry that was noted last. */
  last: number;
}

/** As many words are known to correct what was typed wrong. */
const mostListed = 8000;

/** How words are written in a segment, and how often. */
export class Vocabulary {
  readonly #spellings = new Map<string, Spelling>();

  /** A way of writing, in small letters, that `note` takes. */
  spelling(written: string, key: string, marks: number): Spelling {
    let spelling = this.#spellings.get(written);
    if (!spelling) {
      spelling = { written, key, marks, entries: 0, last: -1 };
      this.#spellings.set(written, spelling);
    }
    return spelling;
  }

  /** Each word once, marks aside, with its most frequent marks in the way most write it; the most frequent words first. */
  listed(): string[] {
    const words: { key: string; marks: number; written: string; most: number; entries: number }[] = [];
    for (const { key, marks, written, entries } of this.#sorted()) {
      const word = words.at(-1);
      if (word?.key !== key || word.marks !== marks) words.push({ key, marks, written, most: entries, entries });
      else {
        word.entries += entries;
        if (entries > word.most) [word.written, word.most] = [written, entries];
      }
    }
    const best = new Map<string, (typeof words)[number]>();
    for (const word of words) if (word.entries > (best.get(word.key)?.entries ?? 0)) best.set(word.key, word);
    return [...best.values()]
      .sort((a, b) => b.entries - a.entries || compare(a.key, b.key))
      .slice(0, mostListed)
      .map(({ written }) => written);
  }

  #sorted(): Spelling[] {
    return [...this.#spellings.values()].sort(
      (a, b) => compare(a.key, b.key) || a.marks - b.marks || compare(a.written, b.written),
    );
  }
}

/** Notes once for each entry that it holds a way of writing. */
export function note(spelling: Spelling, entry: number): void {
  if (spelling.last === entry) return;
  spelling.last = entry;
  spelling.entries++;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
