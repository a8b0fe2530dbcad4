import { ByteWriter } from './bytes.ts';
import { fields } from './entry.ts';
import { hash } from './hash.ts';
import { NumberList } from './number-list.ts';
import { writePostings } from './postings.ts';
import { type ShardTerm, shardOf, writeShard } from './shard.ts';
import type { Spellings } from './spellings.ts';

const mostSpellings = 2 ** 21;

/** Gathers where words, or pairs of words, stand, entry after entry in the order of their slots, and writes it down in shards. */
export class PostingsTable {
  readonly #spellings: Spellings;
  readonly #slots: number;
  readonly #known = new Map<number, number>();
  /** For each term its one or two spellings. */
  readonly #terms: number[] = [];
  /** For each term where it was noted last: slot × fields + field. */
  readonly #last = new NumberList();
  /** One after the other: a term, where it stands. */
  readonly #notedTerms = new NumberList();
  readonly #notedPlaces = new NumberList();

  readonly #shardBytes: number;

  /** `shardBytes` is about what a shard should weigh before it is deflated. */
  constructor(spellings: Spellings, slots: number, shardBytes: number) {
    this.#spellings = spellings;
    this.#slots = slots;
    this.#shardBytes = shardBytes;
  }

  /** Notes that a spelling, or one after another, stands in a field of an entry; fields come best first. */
  add(slot: number, field: number, spelling: number, before?: number): void {
    const name = before === undefined ? spelling : (before + 1) * mostSpellings + spelling;
    const place = slot * fields.length + field;
    let term = this.#known.get(name);
    if (term === undefined) {
      term = this.#terms.push(name) - 1;
      this.#known.set(name, term);
      this.#last.push(place);
    } else {
      if (Math.floor(this.#last.at(term) / fields.length) === slot) return;
      this.#last.set(term, place);
    }
    this.#notedTerms.push(term);
    this.#notedPlaces.push(place);
  }

  /** How many shards the table is written in; it seldom changes as the table grows. */
  get shards(): number {
    const wanted = (this.#terms.length * 7 + this.#notedTerms.length * 1.2) / this.#shardBytes;
    let shards = 1;
    while (shards < wanted) shards = shards > 1 && shards % 3 === 0 ? (shards / 3) * 4 : Math.ceil(shards * 1.5);
    return shards;
  }

  /** The shards as bytes, in their order. */
  *files(): Generator<readonly [shard: number, bytes: Uint8Array]> {
    const { shards } = this;
    const postings = this.#byTerm();
    const ofShards: { term: number; number: number }[][] = Array.from({ length: shards }, () => []);
    this.#terms.forEach((name, term) => {
      const { shard, number } = shardOf(hash(this.#keysOf(name)), shards);
      ofShards[shard]?.push({ term, number });
    });
    for (const [shard, terms] of ofShards.entries()) {
      const byNumber = Map.groupBy(terms, ({ number }) => number);
      const written = [...byNumber].map(([number, spellings]): ShardTerm => {
        const writer = new ByteWriter();
        for (const { term } of spellings) this.#write(writer, term, postings(term));
        return { number, bytes: writer.written() };
      });
      yield [shard, writeShard(written)];
    }
  }

  /** The spellings noted, and in how many entries each stands. */
  *counts(): Generator<readonly [spelling: number, entries: number]> {
    const counts = this.#counts();
    for (const [term, name] of this.#terms.entries()) yield [name % mostSpellings, counts[term] ?? 0];
  }

  #keysOf(name: number): string {
    const before = Math.floor(name / mostSpellings) - 1;
    const key = this.#spellings.key(name % mostSpellings);
    return before < 0 ? key : `${this.#spellings.key(before)} ${key}`;
  }

  #write(writer: ByteWriter, term: number, places: Uint32Array): void {
    const name = this.#terms[term] ?? 0;
    const before = Math.floor(name / mostSpellings) - 1;
    if (before >= 0) writer.number(this.#spellings.marks(before));
    writer.number(this.#spellings.marks(name % mostSpellings));
    const inFields: [number[], number[], number[]] = [[], [], []];
    for (const place of places) inFields[place % fields.length]?.push(Math.floor(place / fields.length));
    writePostings(writer, inFields, this.#slots);
  }

  #counts(): Uint32Array {
    const counts = new Uint32Array(this.#terms.length);
    for (let i = 0; i < this.#notedTerms.length; i++) {
      const term = this.#notedTerms.at(i);
      counts[term] = (counts[term] ?? 0) + 1;
    }
    return counts;
  }

  /** Sorts what was noted by term (counting sort); gives a function from a term to its places, ascending. */
  #byTerm(): (term: number) => Uint32Array {
    const ends = this.#counts();
    for (let term = 1; term < ends.length; term++) ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0);
    const starts = ends.slice();
    const places = new Uint32Array(this.#notedPlaces.length);
    for (let i = this.#notedTerms.length - 1; i >= 0; i--) {
      const term = this.#notedTerms.at(i);
      const at = (starts[term] ?? 0) - 1;
      starts[term] = at;
      places[at] = this.#notedPlaces.at(i);
    }
    return (term) => places.subarray(starts[term], ends[term]);
  }
}
