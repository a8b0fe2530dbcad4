const smallest = 8;
/** How many bytes a number has: the more, the fewer others are taken for it. */
const sparse = 16;
const uncounted = 255;
const spread = 0x9e3779b1;

/** What is noted of a few numbers, made to be asked about very many others: most are told by one byte. */
export class WatchedNumbers<Note> {
  readonly #notes: Map<number, Note>;
  /** How many numbers have their place here. */
  readonly #places: Uint8Array;
  readonly #shift: number;

  constructor(notes: Map<number, Note>) {
    this.#notes = notes;
    const bits = Math.max(smallest, Math.ceil(Math.log2(notes.size * sparse + 1)));
    this.#places = new Uint8Array(2 ** bits);
    this.#shift = 32 - bits;
    for (const number of notes.keys()) {
      const place = this.#place(number);
      this.#places[place] = Math.min(uncounted, (this.#places[place] ?? 0) + 1);
    }
  }

  /** Where in a list, from a place to before an end, a number stands that may be watched; the end where none does. */
  next(list: Int32Array, from: number, end: number): number {
    const places = this.#places;
    const shift = this.#shift;
    let at = from;
    while (at < end && places[Math.imul(list[at] ?? 0, spread) >>> shift] === 0) at++;
    return at;
  }

  get(number: number): Note | undefined {
    return this.#notes.get(number);
  }

  delete(number: number): void {
    const place = this.#place(number);
    const count = this.#places[place] ?? 0;
    if (this.#notes.delete(number) && count < uncounted) this.#places[place] = count - 1;
  }

  #place(number: number): number {
    return Math.imul(number, spread) >>> this.#shift;
  }
}
