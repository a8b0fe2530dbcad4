import { NumberList } from '#search/number-list.ts';

/** Numbers pairs of whole numbers from 0 in the order they come; a Map would take six times the memory. */
export class PairNumbers {
  readonly #firsts = new NumberList();
  readonly #seconds = new NumberList();
  /** At the place of a pair's hash, or after it, one more than its number; 0 where there is none. */
  #table = new Uint32Array(1024);

  get length(): number {
    return this.#firsts.length;
  }

  /** The number of a pair, which is new where it is the length before. */
  numberOf(first: number, second: number): number {
    let place = this.#placeOf(first, second);
    for (let held = this.#table[place]; held; held = this.#table[place]) {
      if (this.#firsts.at(held - 1) === first && this.#seconds.at(held - 1) === second) return held - 1;
      place = this.#after(place);
    }
    this.#firsts.push(first);
    this.#table[place] = this.#seconds.push(second) + 1;
    if (this.length * 2 > this.#table.length) this.#grow();
    return this.length - 1;
  }

  first(number: number): number {
    return this.#firsts.at(number);
  }

  second(number: number): number {
    return this.#seconds.at(number);
  }

  #placeOf(first: number, second: number): number {
    const mix = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    return (mix ^ (mix >>> 15)) & (this.#table.length - 1);
  }

  #after(place: number): number {
    return (place + 1) & (this.#table.length - 1);
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let number = 0; number < this.length; number++) {
      let place = this.#placeOf(this.first(number), this.second(number));
      while (this.#table[place]) place = this.#after(place);
      this.#table[place] = number + 1;
    }
  }
}
