import { NumberList } from '#search/number-list.ts';

/** Assigns ids to pairs of integers, from 0 in order of first use; a Map would take six times the memory. */
export class PairIds {
  readonly #firsts = new NumberList();
  readonly #seconds = new NumberList();
  /** A hash table with open addressing: 1 + the id of a pair, or 0 where an entry is free. */
  #table = new Uint32Array(1024);

  get length(): number {
    return this.#firsts.length;
  }

  /** The id of a pair; a new pair gets the previous length as its id. */
  idOf(first: number, second: number): number {
    let position = this.#positionOf(first, second);
    for (let used = this.#table[position]; used; used = this.#table[position]) {
      if (this.#firsts.at(used - 1) === first && this.#seconds.at(used - 1) === second) return used - 1;
      position = this.#after(position);
    }
    this.#firsts.push(first);
    this.#table[position] = this.#seconds.push(second) + 1;
    if (this.length * 2 > this.#table.length) this.#grow();
    return this.length - 1;
  }

  first(id: number): number {
    return this.#firsts.at(id);
  }

  second(id: number): number {
    return this.#seconds.at(id);
  }

  #positionOf(first: number, second: number): number {
    const mix = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    return (mix ^ (mix >>> 15)) & (this.#table.length - 1);
  }

  #after(position: number): number {
    return (position + 1) & (this.#table.length - 1);
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let id = 0; id < this.length; id++) {
      let position = this.#positionOf(this.first(id), this.second(id));
      while (this.#table[position]) position = this.#after(position);
      this.#table[position] = id + 1;
    }
  }
}
