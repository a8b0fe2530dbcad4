import { ByteWriter } from '#search/bytes.ts';
import { NumberList } from '#search/number-list.ts';
import { writePostings } from '#search/postings.ts';
import { entryFields } from '#search/search-entry.ts';
import { termShard, writeShard } from '#search/shard.ts';
import { countingSort } from './counting-sort.ts';
import { PairIds } from './pair-ids.ts';
import { type PostingsTableKind, type PostingsTableSize, postingsShardCount } from './postings-table-size.ts';
import { splitMarks } from './term.ts';

/** Collects the postings of terms of one or of two words, entry by entry in slot order, and writes them in shards. */
export class PostingsTable {
  readonly #kind: PostingsTableKind;
  readonly #slots: number;
  /** The hash and the marks of each term. */
  readonly #terms = new PairIds();
  /** The index of the last posting of each term. */
  readonly #lastPostings = new NumberList();
  /** The postings of all terms, as slot × fields + field. */
  readonly #postings = new NumberList();
  /** For each posting 1 + the index of the term's previous posting, or 0. */
  readonly #previous = new NumberList();

  constructor(kind: PostingsTableKind, slots: number) {
    this.#kind = kind;
    this.#slots = slots;
  }

  /** Adds a term of an entry's field; the fields of an entry come in order, the most important first. */
  add(slot: number, field: number, hash: number, marks: number): void {
    const count = this.#terms.length;
    const term = this.#terms.idOf(hash, marks);
    if (term === count) this.#lastPostings.push(this.#addPosting(slot, field, 0));
    else {
      const last = this.#lastPostings.at(term);
      if (slotOf(this.#postings.at(last)) !== slot)
        this.#lastPostings.set(term, this.#addPosting(slot, field, last + 1));
    }
  }

  #addPosting(slot: number, field: number, previous: number): number {
    this.#previous.push(previous);
    return this.#postings.push(slot * entryFields.length + field);
  }

  get size(): PostingsTableSize {
    return { terms: this.#terms.length, postings: this.#postings.length };
  }

  /** The shards as bytes, in order. */
  *shards(): Generator<readonly [shard: number, bytes: Uint8Array]> {
    const shards = postingsShardCount(this.size, this.#kind);
    const termsOf = countingSort(
      this.#terms.length,
      shards,
      (term) => termShard(this.#terms.first(term), shards).shard,
    );
    for (let shard = 0; shard < shards; shard++) {
      const terms = termsOf(shard).sort((a, b) => this.#compare(a, b));
      const writer = new ByteWriter();
      const [numbers, ends]: [number[], number[]] = [[], []];
      for (const term of terms) {
        const { number } = termShard(this.#terms.first(term), shards);
        this.#write(writer, term);
        if (numbers.at(-1) !== number) numbers.push(number);
        ends[numbers.length - 1] = writer.length;
      }
      yield [shard, writeShard(numbers, ends, writer.finish())];
    }
  }

  #compare(a: number, b: number): number {
    return this.#terms.first(a) - this.#terms.first(b) || this.#terms.second(a) - this.#terms.second(b);
  }

  #write(writer: ByteWriter, term: number): void {
    for (const marks of splitMarks(this.#terms.second(term), this.#kind.words)) writer.writeVarint(marks);
    const slotsByField: [number[], number[], number[]] = [[], [], []];
    // The chain starts with the last posting.
    for (let next = this.#lastPostings.at(term) + 1; next > 0; next = this.#previous.at(next - 1)) {
      const posting = this.#postings.at(next - 1);
      slotsByField[posting % entryFields.length]?.push(slotOf(posting));
    }
    for (const slots of slotsByField) slots.reverse();
    writePostings(writer, slotsByField, this.#slots);
  }
}

function slotOf(posting: number): number {
  return Math.floor(posting / entryFields.length);
}
