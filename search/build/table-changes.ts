import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { readCounts, writeCounts } from '#search/postings.ts';
import { shardOf } from '#search/shard.ts';
import { changeShard } from './change-shard.ts';
import { Doubtful } from './doubtful.ts';
import { noSlots, readSlotList, type SlotList, turned } from './slot-list.ts';
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
  readonly fields: [title: SlotList, lead: SlotList, body: SlotList];
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
    for (const { slot, marks, before } of changes)
      if (before !== undefined) this.#turn(terms, marks, before, slot, false);
    for (const { slot, marks, now } of changes) if (now !== undefined) this.#turn(terms, marks, now, slot, true);
    const held = terms.filter(({ fields }) => fields.some(({ count }) => count > 0));
    this.#terms += held.length;
    const writer = new ByteWriter(bytes.length + changes.length * 16 + 16);
    for (const { marks, fields } of held.sort((a, b) => a.marks - b.marks)) {
      for (const each of marksOfWords(marks, this.#kind.words)) writer.number(each);
      const [title, lead, body] = fields;
      writeCounts(writer, [title.count, lead.count, body.count]);
      for (const { bytes } of fields) writer.bytes(bytes);
    }
    return writer.written();
  }

  #read(bytes: Uint8Array): HeldTerm[] {
    const reader = new ByteReader(bytes);
    const terms: HeldTerm[] = [];
    while (reader.at < bytes.length) {
      const first = reader.number();
      const marks = this.#kind.words === 1 ? first : marksOfPair(first, reader.number());
      const [title, lead, body] = readCounts(reader);
      const list = (count: number) => readSlotList(reader, count, this.#slots);
      terms.push({ marks, fields: [list(title), list(lead), list(body)] });
    }
    return terms;
  }

  #turn(terms: HeldTerm[], marks: number, field: number, slot: number, more: boolean): void {
    let term = terms.find((each) => each.marks === marks);
    if (!term) {
      term = { marks, fields: [noSlots, noSlots, noSlots] };
      terms.push(term);
    }
    const list = turned(term.fields[field] ?? noSlots, slot, more, this.#slots);
    if (!list) throw new Doubtful(`a term ${more ? 'was' : 'was not'} at slot ${slot}`);
    term.fields[field] = list;
    this.#places += more ? 1 : -1;
  }
}
