const minBits = 8;
/** How many counters the filter has for each number: more of them mean fewer false positives. */
const countersPerNumber = 16;
/** A counter that reached this value is no longer exact and is never decremented. */
const saturated = 255;
const multiplier = 0x9e3779b1;

/** A map of few numeric keys that skips other numbers fast, by a counting Bloom filter with one hash function. */
export class BloomFilteredMap<Value> {
  readonly #values: Map<number, Value>;
  readonly #counters: Uint8Array;
  readonly #shift: number;

  constructor(values: Map<number, Value>) {
    this.#values = values;
    const bits = Math.max(minBits, Math.ceil(Math.log2(values.size * countersPerNumber + 1)));
    this.#counters = new Uint8Array(2 ** bits);
    this.#shift = 32 - bits;
    for (const number of values.keys()) {
      const position = this.#position(number);
      this.#counters[position] = Math.min(saturated, (this.#counters[position] ?? 0) + 1);
    }
  }

  /** The first index in `list`, from `from` to before `end`, of a number that may be a key; `end` if there is none. */
  nextCandidate(list: Int32Array, from: number, end: number): number {
    const counters = this.#counters;
    const shift = this.#shift;
    let at = from;
    while (at < end && counters[Math.imul(list[at] ?? 0, multiplier) >>> shift] === 0) at++;
    return at;
  }

  get(number: number): Value | undefined {
    return this.#values.get(number);
  }

  delete(number: number): void {
    const position = this.#position(number);
    const count = this.#counters[position] ?? 0;
    if (this.#values.delete(number) && count < saturated) this.#counters[position] = count - 1;
  }

  #position(number: number): number {
    return Math.imul(number, multiplier) >>> this.#shift;
  }
}
