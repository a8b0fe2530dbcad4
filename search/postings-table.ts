import { ByteWriter } from './bytes.ts';
import { fields } from './entry.ts';
import { grouped } from './grouped.ts';
import { hash } from './hash.ts';
import { NumberList } from './number-list.ts';
import { PairNumbers } from './pair-numbers.ts';
import { writePostings } from './postings.ts';
import { shardOf, writeShard } from './shard.ts';
import type { Spellings } from './spellings.ts';

/** Gathers where words, or pairs of words, stand, entry after entry in the order of their slots, and writes it down in shards. */
export class PostingsTable {
  readonly #spellings: Spellings;
  readonly #slots: number;
  /** Each term's spellings: 0, or 1 + the one before, then its only or last one. */
  readonly #terms = new PairNumbers();
  /** For each term its last note. */
  readonly #lastNotes = new NumberList();
  /** Each note says where a term stands, slot × fields + field, and bears 1 + the number of the term's note before, or 0. */
  readonly #places = new NumberList();
  readonly #before = new NumberList();
  readonly #shardBytes: number;

  /** `shardBytes` is about what a shard should weigh before it is deflated. */
  constructor(spellings: Spellings, slots: number, shardBytes: number) {
    this.#spellings = spellings;
    this.#slots = slots;
    this.#shardBytes = shardBytes;
  }

  /** Notes that a spelling, or one after another, stands in a field of an entry; fields come best first. */
  add(slot: number, field: number, spelling: number, before?: number): void {
    const known = this.#terms.length;
    const term = this.#terms.numberOf(before === undefined ? 0 : before + 1, spelling);
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

  /** How many shards the table is written in; it seldom changes as the table grows. */
  get shards(): number {
    const wanted = (this.#terms.length * 7 + this.#places.length * 1.2) / this.#shardBytes;
    let shards = 1;
    while (shards < wanted) shards = shards > 1 && shards % 3 === 0 ? (shards / 3) * 4 : Math.ceil(shards * 1.5);
    return shards;
  }

  /** The shards as bytes, in their order. */
  *files(): Generator<readonly [shard: number, bytes: Uint8Array]> {
    const { shards } = this;
    const hashes = new Uint32Array(this.#terms.length).map((_, term) => hash(this.#keysOf(term)));
    const at = (term: number) => shardOf(hashes[term] ?? 0, shards);
    const termsOf = grouped(hashes.length, shards, (term) => at(term).shard);
    for (let shard = 0; shard < shards; shard++) {
      const byNumber = Map.groupBy(termsOf(shard), (term) => at(term).number);
      const writer = new ByteWriter();
      const written = Array.from(byNumber, ([number, terms]) => {
        const start = writer.length;
        for (const term of terms) this.#write(writer, term);
        return { number, start, end: writer.length };
      });
      const bytes = writer.written();
      yield [shard, writeShard(written.map((each) => ({ ...each, bytes: bytes.subarray(each.start, each.end) })))];
    }
  }

  /** The spellings noted, and in how many entries each stands. */
  *counts(): Generator<readonly [spelling: number, entries: number]> {
    for (let term = 0; term < this.#terms.length; term++)
      yield [this.#terms.second(term), [...this.#placesOf(term)].length];
  }

  /** Where a term stands, the last place first. */
  *#placesOf(term: number): Generator<number> {
    for (let note = this.#lastNotes.at(term) + 1; note > 0; note = this.#before.at(note - 1))
      yield this.#places.at(note - 1);
  }

  /** The spellings of a term, in their order. */
  #spellingsOf(term: number): readonly number[] {
    const [before, last] = [this.#terms.first(term), this.#terms.second(term)];
    return before > 0 ? [before - 1, last] : [last];
  }

  #keysOf(term: number): string {
    return this.#spellingsOf(term)
      .map((spelling) => this.#spellings.key(spelling))
      .join(' ');
  }

  #write(writer: ByteWriter, term: number): void {
    for (const spelling of this.#spellingsOf(term)) writer.number(this.#spellings.marks(spelling));
    const inFields: [number[], number[], number[]] = [[], [], []];
    for (const place of this.#placesOf(term)) inFields[place % fields.length]?.push(slotOf(place));
    for (const slots of inFields) slots.reverse();
    writePostings(writer, inFields, this.#slots);
  }
}

function slotOf(place: number): number {
  return Math.floor(place / fields.length);
}
