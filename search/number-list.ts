/** Whole numbers below 2^32 in a list that grows; four bytes each. */
export class NumberList {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(number: number): number {
    if (this.length === this.#numbers.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.length++] = number;
    return this.length - 1;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }
}
