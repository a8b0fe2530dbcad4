import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { readCounts, writeCounts } from '#search/postings.ts';
import { termShard } from '#search/shard.ts';
import type { PostingsTableKind, PostingsTableSize } from './postings-table-size.ts';
import { emptySlotList, readSlotList, type SlotList, toggleSlot } from './slot-list.ts';
import { StaleIndexError } from './stale-index-error.ts';
import { combineMarks, splitMarks } from './term.ts';
import { updateShard } from './update-shard.ts';

/** The best field of a term in the old entry of a slot, and in the new one. */
interface Change {
  readonly slot: number;
  readonly marks: number;
  oldField?: number;
  newField?: number;
}

/** A term of a shard, with the slots of its entries by field. */
interface TermSlots {
  readonly marks: number;
  readonly fields: [title: SlotList, lead: SlotList, body: SlotList];
}

/** Collects the terms of removed and of added entries, and rewrites the shards whose postings change. */
export class PostingsUpdate {
  readonly #kind: PostingsTableKind;
  readonly #shards: number;
  readonly #slots: number;
  /** By the hash of the term. */
  readonly #changes = new Map<number, Change[]>();
  #terms: number;
  #postings: number;

  constructor(kind: PostingsTableKind, { terms, postings }: PostingsTableSize, shards: number, slots: number) {
    this.#kind = kind;
    this.#shards = shards;
    this.#slots = slots;
    this.#terms = terms;
    this.#postings = postings;
  }

  /** Removes a term of a field of a slot's old entry; fields come in order, the most important first. */
  remove(slot: number, field: number, hash: number, marks: number): void {
    this.#changeAt(slot, hash, marks).oldField ??= field;
  }

  /** Adds a term of a field of a slot's new entry; fields come in order, the most important first. */
  add(slot: number, field: number, hash: number, marks: number): void {
    this.#changeAt(slot, hash, marks).newField ??= field;
  }

  #changeAt(slot: number, hash: number, marks: number): Change {
    let ofHash = this.#changes.get(hash);
    if (!ofHash) {
      ofHash = [];
      this.#changes.set(hash, ofHash);
    }
    const existing = ofHash.find((change) => change.slot === slot && change.marks === marks);
    if (existing) return existing;
    const change: Change = { slot, marks };
    ofHash.push(change);
    return change;
  }

  /** The shards that changed; `read` gives the old bytes of a shard. */
  changedShards(read: (shard: number) => Uint8Array): (readonly [shard: number, bytes: Uint8Array])[] {
    const byShard = new Map<number, Map<number, readonly Change[]>>();
    for (const [hash, all] of this.#changes) {
      const changes = all.filter(({ oldField, newField }) => oldField !== newField);
      if (changes.length === 0) continue;
      const { shard, number } = termShard(hash, this.#shards);
      byShard.set(shard, (byShard.get(shard) ?? new Map()).set(number, changes));
    }
    return Array.from(byShard, ([shard, changes]) => [
      shard,
      updateShard(read(shard), [...changes.keys()], (number, old) => this.#changed(old, changes.get(number) ?? [])),
    ]);
  }

  /** The size of the table, up to date once its shards were written. */
  get size(): PostingsTableSize {
    return { terms: this.#terms, postings: this.#postings };
  }

  #changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
    const terms = this.#read(bytes);
    this.#terms -= terms.length;
    for (const { slot, marks, oldField } of changes)
      if (oldField !== undefined) this.#toggle(terms, marks, oldField, slot, false);
    for (const { slot, marks, newField } of changes)
      if (newField !== undefined) this.#toggle(terms, marks, newField, slot, true);
    const used = terms.filter(({ fields }) => fields.some(({ count }) => count > 0));
    this.#terms += used.length;
    const writer = new ByteWriter(bytes.length + changes.length * 16 + 16);
    for (const { marks, fields } of used.sort((a, b) => a.marks - b.marks)) {
      for (const wordMarks of splitMarks(marks, this.#kind.words)) writer.writeVarint(wordMarks);
      const [title, lead, body] = fields;
      writeCounts(writer, [title.count, lead.count, body.count]);
      for (const { bytes } of fields) writer.writeBytes(bytes);
    }
    return writer.finish();
  }

  #read(bytes: Uint8Array): TermSlots[] {
    const reader = new ByteReader(bytes);
    const terms: TermSlots[] = [];
    while (reader.position < bytes.length) {
      const first = reader.readVarint();
      const marks = this.#kind.words === 1 ? first : combineMarks(first, reader.readVarint());
      const [title, lead, body] = readCounts(reader);
      const list = (count: number) => readSlotList(reader, count, this.#slots);
      terms.push({ marks, fields: [list(title), list(lead), list(body)] });
    }
    return terms;
  }

  #toggle(terms: TermSlots[], marks: number, field: number, slot: number, add: boolean): void {
    let term = terms.find((candidate) => candidate.marks === marks);
    if (!term) {
      term = { marks, fields: [emptySlotList, emptySlotList, emptySlotList] };
      terms.push(term);
    }
    const list = toggleSlot(term.fields[field] ?? emptySlotList, slot, add, this.#slots);
    if (!list) throw new StaleIndexError(`a term ${add ? 'was' : 'was not'} at slot ${slot}`);
    term.fields[field] = list;
    this.#postings += add ? 1 : -1;
  }
}
