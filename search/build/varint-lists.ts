import { NumberList } from '#search/number-list.ts';

const sliceBits = 4;
const sliceSize = 2 ** sliceBits;
const blockBits = 16;
const blockSize = 2 ** blockBits;

/** Many growing lists of integers below 2^32, each a varint in a chain of slices, so that short lists take little memory. */
export class VarintLists {
  readonly #blocks: Uint8Array[] = [];
  /** For each slice the next slice of its list. */
  readonly #next = new NumberList();
  /** For each list the position of its first byte, and the position after its last. */
  readonly #starts = new NumberList();
  readonly #ends = new NumberList();

  /** Begins an empty list and returns its index. */
  add(): number {
    const start = this.#addSlice();
    this.#ends.push(start);
    return this.#starts.push(start);
  }

  push(list: number, value: number): void {
    let position = this.#ends.at(list);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) position = this.#write(position, (rest & 0x7f) | 0x80);
    this.#ends.set(list, this.#write(position, rest));
  }

  /** Visits the integers of a list in the order in which they were pushed. */
  visit(list: number, visit: (value: number) => void): void {
    const end = this.#ends.at(list);
    let [value, shift] = [0, 0];
    for (let position = this.#starts.at(list); position !== end; ) {
      const byte = this.#blocks[position >>> blockBits]?.[position % blockSize] ?? 0;
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) {
        visit(value >>> 0);
        [value, shift] = [0, 0];
      }
      position++;
      if (position % sliceSize === 0) position = this.#next.at((position >>> sliceBits) - 1) * sliceSize;
    }
  }

  /** Writes a byte and returns the position of the next one: a full slice is continued at once. */
  #write(position: number, byte: number): number {
    const block = this.#blocks[position >>> blockBits];
    if (block) block[position % blockSize] = byte;
    if ((position + 1) % sliceSize !== 0) return position + 1;
    const next = this.#addSlice();
    this.#next.set(position >>> sliceBits, next >>> sliceBits);
    return next;
  }

  /** Returns the position of its first byte. */
  #addSlice(): number {
    const start = this.#next.push(0) * sliceSize;
    if (start % blockSize === 0) this.#blocks.push(new Uint8Array(blockSize));
    return start;
  }
}
