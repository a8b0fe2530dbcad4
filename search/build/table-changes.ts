import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { readPostings, writePostings } from '#search/postings.ts';
import { shardOf } from '#search/shard.ts';
import { changeShard } from './change-shard.ts';
import { Doubtful } from './doubtful.ts';
import type { TableKind, TableSize } from './table-size.ts';
import { marksOfPair, marksOfWords } from './term.ts';

/** In which field a term of some marks stood in what was at a slot, and in which it stands in what is there now. */
interface Change {
  readonly slot: number;
  readonly marks: number;
  before?: number;
  now?: number;
}

/** A term of some marks: for each field the slots of its entries. */
interface HeldTerm {
  readonly marks: number;
  readonly fields: readonly [number[], number[], number[]];
}

/** Gathers where terms no longer stand, and where they do now, and writes the shards anew in which that changes anything. */
export class TableChanges {
  readonly #kind: TableKind;
  readonly #shards: number;
  readonly #slots: number;
  /** By the terms' hashes. */
  readonly #changes = new Map<number, Change[]>();
  #terms: number;
  #places: number;

  constructor(kind: TableKind, { terms, places }: TableSize, shards: number, slots: number) {
    this.#kind = kind;
    this.#shards = shards;
    this.#slots = slots;
    this.#terms = terms;
    this.#places = places;
  }

  /** A term stood in a field of what was at a slot; fields come best first. */
  remove(slot: number, field: number, hash: number, marks: number): void {
    this.#changeAt(slot, hash, marks).before ??= field;
  }

  /** A term stands in a field of what is at a slot now; fields come best first. */
  add(slot: number, field: number, hash: number, marks: number): void {
    this.#changeAt(slot, hash, marks).now ??= field;
  }

  #changeAt(slot: number, hash: number, marks: number): Change {
    let ofHash = this.#changes.get(hash);
    if (!ofHash) {
      ofHash = [];
      this.#changes.set(hash, ofHash);
    }
    const known = ofHash.find((change) => change.slot === slot && change.marks === marks);
    if (known) return known;
    const change: Change = { slot, marks };
    ofHash.push(change);
    return change;
  }

  /** The shards that are other ones now; `read` gives one as it was. */
  files(read: (shard: number) => Uint8Array): (readonly [shard: number, bytes: Uint8Array])[] {
    const byShard = new Map<number, Map<number, readonly Change[]>>();
    for (const [hash, all] of this.#changes) {
      const changes = all.filter(({ before, now }) => before !== now);
      if (changes.length === 0) continue;
      const { shard, number } = shardOf(hash, this.#shards);
      byShard.set(shard, (byShard.get(shard) ?? new Map()).set(number, changes));
    }
    return Array.from(byShard, ([shard, changes]) => [
      shard,
      changeShard(read(shard), [...changes.keys()], (number, held) => this.#changed(held, changes.get(number) ?? [])),
    ]);
  }

  /** How much the table holds once its files were written. */
  get size(): TableSize {
    return { terms: this.#terms, places: this.#places };
  }

  #changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
    const terms = this.#read(bytes);
    this.#terms -= terms.length;
    for (const { slot, marks, before } of changes) if (before !== undefined) this.#takeOut(terms, marks, before, slot);
    for (const { slot, marks, now } of changes) if (now !== undefined) this.#putIn(terms, marks, now, slot);
    const held = terms.filter(({ fields }) => fields.some((slots) => slots.length > 0));
    this.#terms += held.length;
    const writer = new ByteWriter();
    for (const { marks, fields } of held.sort((a, b) => a.marks - b.marks)) {
      for (const each of marksOfWords(marks, this.#kind.words)) writer.number(each);
      writePostings(writer, fields, this.#slots);
    }
    return writer.written();
  }

  #read(bytes: Uint8Array): HeldTerm[] {
    const reader = new ByteReader(bytes);
    const terms: HeldTerm[] = [];
    while (reader.at < bytes.length) {
      const first = reader.number();
      const marks = this.#kind.words === 1 ? first : marksOfPair(first, reader.number());
      const fields: HeldTerm['fields'] = [[], [], []];
      readPostings(reader, this.#slots, (slot, field) => fields[field]?.push(slot));
      terms.push({ marks, fields });
    }
    return terms;
  }

  #takeOut(terms: readonly HeldTerm[], marks: number, field: number, slot: number): void {
    const slots = terms.find((term) => term.marks === marks)?.fields[field] ?? [];
    const at = placeOf(slots, slot);
    if (slots[at] !== slot) throw new Doubtful(`a term was not at slot ${slot}`);
    slots.splice(at, 1);
    this.#places--;
  }

  #putIn(terms: HeldTerm[], marks: number, field: number, slot: number): void {
    let term = terms.find((each) => each.marks === marks);
    if (!term) {
      term = { marks, fields: [[], [], []] };
      terms.push(term);
    }
    if (term.fields.some((slots) => slots[placeOf(slots, slot)] === slot))
      throw new Doubtful(`a term was at slot ${slot}`);
    const slots = term.fields[field] ?? [];
    slots.splice(placeOf(slots, slot), 0, slot);
    this.#places++;
  }
}

/** Where a slot stands in an ascending list, or would. */
function placeOf(slots: readonly number[], slot: number): number {
  let [from, to] = [0, slots.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((slots[middle] ?? 0) < slot) from = middle + 1;
    else to = middle;
  }
  return from;
}
