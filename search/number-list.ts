const blockBits = 16;
const blockSize = 2 ** blockBits;

/** A growing list of integers below 2^32: four bytes each, in blocks, so that growing copies nothing. */
export class NumberList {
  readonly #blocks: Uint32Array[] = [];
  length = 0;

  /** Appends a number and returns its index. */
  push(number: number): number {
    if (this.length % blockSize === 0) this.#blocks.push(new Uint32Array(blockSize));
    this.length++;
    this.set(this.length - 1, number);
    return this.length - 1;
  }

  at(index: number): number {
    return this.#blocks[index >>> blockBits]?.[index % blockSize] ?? 0;
  }

  set(index: number, number: number): void {
    const block = this.#blocks[index >>> blockBits];
    if (block) block[index % blockSize] = number;
  }
}
