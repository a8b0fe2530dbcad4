import { NumberList } from '#search/number-list.ts';

/** Each pair has two numbers beside each other: itself and the newest link of its chain. */
const stride = 2;
const smallest = 2 ** 12;
const tooMany = -1;

/** Which texts hold a pair of words, pairs and texts being numbers; pairs that too many hold are forgotten. */
export class PairHolders {
  readonly #most: number;
  /** Open addressing; a place where the link is 0 is free. */
  #table = new Int32Array(smallest * stride);
  #pairs = 0;
  /** Chains from the newest text of a pair to its oldest: a text, the link to the one before it or 0, how many they are. */
  readonly #chains = new NumberList();

  constructor(most: number) {
    this.#most = most;
    this.#chains.push(0);
  }

  /** Notes that a text holds a pair; texts come in ascending order, pairs as often as they stand there. */
  add(pair: number, text: number): void {
    if (this.#pairs * 2 * stride >= this.#table.length) this.#grow();
    const place = this.#place(pair);
    const newest = this.#table[place + 1] ?? 0;
    if (newest === tooMany || (newest > 0 && this.#chains.at(newest) === text)) return;
    const count = newest > 0 ? this.#chains.at(newest + 2) : 0;
    if (newest === 0) this.#pairs++;
    this.#table[place] = pair;
    this.#table[place + 1] = count < this.#most ? this.#link(text, newest, count + 1) : tooMany;
  }

  /**
   * Visits the texts that hold a pair, unless they are more than so many, and tells each how many they are; gives how
   * many they are, one more than the most for any more.
   */
  each(pair: number, most: number, visit: (text: number, count: number) => void): number {
    const newest = this.#table[this.#place(pair) + 1] ?? 0;
    if (newest === tooMany) return this.#most + 1;
    if (newest === 0) return 0;
    const count = this.#chains.at(newest + 2);
    if (count > most) return count;
    for (let link = newest; link > 0; link = this.#chains.at(link + 1)) visit(this.#chains.at(link), count);
    return count;
  }

  #link(text: number, before: number, count: number): number {
    const link = this.#chains.push(text);
    this.#chains.push(before);
    this.#chains.push(count);
    return link;
  }

  #place(pair: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let place = (pair * stride) & mask;
    while (table[place + 1] !== 0 && table[place] !== pair) place = (place + stride) & mask;
    return place;
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Int32Array(before.length * 2);
    for (let from = 0; from < before.length; from += stride)
      if (before[from + 1] !== 0) this.#table.set(before.subarray(from, from + stride), this.#place(before[from] ?? 0));
  }
}
