import { ByteWriter } from '#search/bytes.ts';
import { fields } from '#search/entry.ts';
import { NumberList } from '#search/number-list.ts';
import { writePostings } from '#search/postings.ts';
import { shardOf, writeShard } from '#search/shard.ts';
import { grouped } from './grouped.ts';
import { PairNumbers } from './pair-numbers.ts';
import { shardsFor, type TableKind, type TableSize } from './table-size.ts';
import { marksOfWords } from './term.ts';

/** Gathers where terms of one or of two words stand, entry after entry in the order of their slots, and writes it down in shards. */
export class PostingsTable {
  readonly #kind: TableKind;
  readonly #slots: number;
  /** Each term's hash and marks. */
  readonly #terms = new PairNumbers();
  /** For each term its last note. */
  readonly #lastNotes = new NumberList();
  /** Each note says where a term stands, slot × fields + field, and bears 1 + the number of the term's note before, or 0. */
  readonly #places = new NumberList();
  readonly #before = new NumberList();

  constructor(kind: TableKind, slots: number) {
    this.#kind = kind;
    this.#slots = slots;
  }

  /** Notes that a term stands in a field of an entry; fields come best first. */
  add(slot: number, field: number, hash: number, marks: number): void {
    const known = this.#terms.length;
    const term = this.#terms.numberOf(hash, marks);
    if (term === known) this.#lastNotes.push(this.#note(slot, field, 0));
    else {
      const last = this.#lastNotes.at(term);
      if (slotOf(this.#places.at(last)) !== slot) this.#lastNotes.set(term, this.#note(slot, field, last + 1));
    }
  }

  #note(slot: number, field: number, before: number): number {
    this.#before.push(before);
    return this.#places.push(slot * fields.length + field);
  }

  get size(): TableSize {
    return { terms: this.#terms.length, places: this.#places.length };
  }

  /** The shards as bytes, in their order. */
  *files(): Generator<readonly [shard: number, bytes: Uint8Array]> {
    const shards = shardsFor(this.size, this.#kind);
    const termsOf = grouped(this.#terms.length, shards, (term) => shardOf(this.#terms.first(term), shards).shard);
    for (let shard = 0; shard < shards; shard++) {
      const terms = termsOf(shard).sort((a, b) => this.#compare(a, b));
      const writer = new ByteWriter();
      const [numbers, ends]: [number[], number[]] = [[], []];
      for (const term of terms) {
        const { number } = shardOf(this.#terms.first(term), shards);
        this.#write(writer, term);
        if (numbers.at(-1) !== number) numbers.push(number);
        ends[numbers.length - 1] = writer.length;
      }
      yield [shard, writeShard(numbers, ends, writer.written())];
    }
  }

  #compare(a: number, b: number): number {
    return this.#terms.first(a) - this.#terms.first(b) || this.#terms.second(a) - this.#terms.second(b);
  }

  #write(writer: ByteWriter, term: number): void {
    for (const marks of marksOfWords(this.#terms.second(term), this.#kind.words)) writer.number(marks);
    const inFields: [number[], number[], number[]] = [[], [], []];
    // The last place comes first.
    for (let note = this.#lastNotes.at(term) + 1; note > 0; note = this.#before.at(note - 1)) {
      const place = this.#places.at(note - 1);
      inFields[place % fields.length]?.push(slotOf(place));
    }
    for (const slots of inFields) slots.reverse();
    writePostings(writer, inFields, this.#slots);
  }
}

function slotOf(place: number): number {
  return Math.floor(place / fields.length);
}
