import { NumberList } from './number-list.ts';

/** Each pair has four numbers beside each other: itself, how many texts hold it, the newest of them, its newest link. */
const stride = 4;
const smallest = 2 ** 12;

/** Which texts hold a pair of words, pairs and texts being numbers; of a pair that many hold only how many. */
export class PairHolders {
  readonly #most: number;
  /** Open addressing; a place where the number of texts is 0 is free. */
  #table = new Int32Array(smallest * stride);
  #pairs = 0;
  /** Chains from the newest text of a pair to its oldest: a text, then the link to the one before it; 0 ends a chain. */
  readonly #chains = new NumberList();

  constructor(most: number) {
    this.#most = most;
    this.#chains.push(0);
  }

  /** Notes that a text holds a pair; texts come in ascending order, pairs as often as they stand there. */
  add(pair: number, text: number): void {
    if (this.#pairs * 2 * stride >= this.#table.length) this.#grow();
    const table = this.#table;
    const place = this.#place(pair);
    const count = table[place + 1] ?? 0;
    if (count === 0) this.#pairs++;
    else if (table[place + 2] === text) return;
    table[place] = pair;
    table[place + 1] = count + 1;
    table[place + 2] = text;
    if (count >= this.#most) return;
    const link = this.#chains.push(text);
    this.#chains.push(table[place + 3] ?? 0);
    table[place + 3] = link;
  }

  /** Visits the texts that hold a pair, unless they are too many, and tells each how many they are. */
  each(pair: number, most: number, visit: (text: number, count: number) => void): void {
    const table = this.#table;
    const place = this.#place(pair);
    const count = table[place + 1] ?? 0;
    if (count > most) return;
    for (let link = table[place + 3] ?? 0; link > 0; link = this.#chains.at(link + 1))
      visit(this.#chains.at(link), count);
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
