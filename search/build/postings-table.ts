import { ByteWriter } from '#search/bytes.ts';
import { NumberList } from '#search/number-list.ts';
import { writePostings } from '#search/postings.ts';
import { entryFields } from '#search/search-entry.ts';
import { termShard, writeShard } from '#search/shard.ts';
import { countingSort } from './counting-sort.ts';
import { PairIds } from './pair-ids.ts';
import { type PostingsTableKind, type PostingsTableSize, postingsShardCount } from './postings-table-size.ts';
import { splitMarks } from './term.ts';
import { VarintLists } from './varint-lists.ts';

/** Collects the postings of terms of one or of two words, entry by entry in slot order, and writes them in shards. */
export class PostingsTable {
  readonly #kind: PostingsTableKind;
  readonly #slots: number;
  /** The hash and the marks of each term. */
  readonly #terms = new PairIds();
  /** The slot of the last posting of each term. */
  readonly #lastSlots = new NumberList();
  /** The postings of each term, as (slot - slot of the previous posting) × fields + field. */
  readonly #postings = new VarintLists();
  #postingCount = 0;

  constructor(kind: PostingsTableKind, slots: number) {
    this.#kind = kind;
    this.#slots = slots;
  }

  /** Adds a term of an entry's field; the fields of an entry come in order, the most important first. */
  add(slot: number, field: number, hash: number, marks: number): void {
    const count = this.#terms.length;
    const term = this.#terms.idOf(hash, marks);
    if (term === count) {
      this.#postings.add();
      this.#lastSlots.push(0);
    } else if (this.#lastSlots.at(term) === slot) return;
    this.#postings.push(term, (slot - this.#lastSlots.at(term)) * entryFields.length + field);
    this.#lastSlots.set(term, slot);
    this.#postingCount++;
  }

  get size(): PostingsTableSize {
    return { terms: this.#terms.length, postings: this.#postingCount };
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
    let slot = 0;
    this.#postings.visit(term, (posting) => {
      slot += Math.floor(posting / entryFields.length);
      slotsByField[posting % entryFields.length]?.push(slot);
    });
    writePostings(writer, slotsByField, this.#slots);
  }
}
