import { NumberList } from '#search/number-list.ts';

/** Each table entry has two numbers: the pair and the newest link of its chain. */
const entrySize = 2;
const initialEntries = 2 ** 12;
const tooFrequent = -1;

/** The postings of word pairs: the texts that hold a pair, both as numbers. Those of too frequent pairs are dropped. */
export class PairPostings {
  readonly #maxFrequency: number;
  /** A hash table with open addressing; an entry whose link is 0 is free. */
  #table = new Int32Array(initialEntries * entrySize);
  #pairs = 0;
  /** Linked lists, newest text first: the text, the next link or 0, the length of the list from here. */
  readonly #chains = new NumberList();

  constructor(maxFrequency: number) {
    this.#maxFrequency = maxFrequency;
    this.#chains.push(0);
  }

  /** Adds a text to the postings of a pair; texts come in ascending order, and a pair may come repeatedly. */
  add(pair: number, text: number): void {
    if (this.#pairs * 2 * entrySize >= this.#table.length) this.#grow();
    const position = this.#find(pair);
    const newest = this.#table[position + 1] ?? 0;
    if (newest === tooFrequent || (newest > 0 && this.#chains.at(newest) === text)) return;
    const frequency = newest > 0 ? this.#chains.at(newest + 2) : 0;
    if (newest === 0) this.#pairs++;
    this.#table[position] = pair;
    this.#table[position + 1] = frequency < this.#maxFrequency ? this.#link(text, newest, frequency + 1) : tooFrequent;
  }

  /**
   * Visits the texts that hold a pair, unless there are more than `limit`. Returns the document frequency of the pair,
   * up to one more than the maximum.
   */
  visitTexts(pair: number, limit: number, visit: (text: number, frequency: number) => void): number {
    const newest = this.#table[this.#find(pair) + 1] ?? 0;
    if (newest === tooFrequent) return this.#maxFrequency + 1;
    if (newest === 0) return 0;
    const frequency = this.#chains.at(newest + 2);
    if (frequency > limit) return frequency;
    for (let link = newest; link > 0; link = this.#chains.at(link + 1)) visit(this.#chains.at(link), frequency);
    return frequency;
  }

  #link(text: number, next: number, length: number): number {
    const link = this.#chains.push(text);
    this.#chains.push(next);
    this.#chains.push(length);
    return link;
  }

  #find(pair: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let position = (pair * entrySize) & mask;
    while (table[position + 1] !== 0 && table[position] !== pair) position = (position + entrySize) & mask;
    return position;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += entrySize)
      if (old[from + 1] !== 0) this.#table.set(old.subarray(from, from + entrySize), this.#find(old[from] ?? 0));
  }
}
