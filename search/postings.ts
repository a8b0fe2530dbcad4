import type { ByteReader, ByteWriter } from './bytes.ts';
import { entryFields } from './search-entry.ts';

/** The postings of a term: the slots of its entries by field, ascending; an entry is in its best field only. */
export type Postings = readonly [title: readonly number[], lead: readonly number[], body: readonly number[]];

/** How many entries hold a term, by their best field. */
export type PostingsCounts = readonly [title: number, lead: number, body: number];

/** Where more than one slot in eight is listed, a bitmap of all slots is smaller than the gaps between slots. */
const slotsPerDenseEntry = 8;

/** Whether a list of `count` slots is written as a bitmap of all slots of the segment. */
export function isDense(count: number, slots: number): boolean {
  return count * slotsPerDenseEntry > slots;
}

/** Writes the postings of a term; `slots` is the number of slots of the segment. */
export function writePostings(writer: ByteWriter, postings: Postings, slots: number): void {
  const [title, lead, body] = postings;
  writeCounts(writer, [title.length, lead.length, body.length]);
  for (const list of postings) writeSlots(writer, list, slots);
}

/** Reads the postings of a term and calls `visit` for each entry. */
export function readPostings(reader: ByteReader, slots: number, visit: (slot: number, field: number) => void): void {
  const counts = readCounts(reader);
  for (let field = 0; field < entryFields.length; field++)
    readSlots(reader, counts[field] ?? 0, slots, (slot) => visit(slot, field));
}

export function writeCounts(writer: ByteWriter, [title, lead, body]: PostingsCounts): void {
  writer.writeVarint(body * 4 + (title > 0 ? 2 : 0) + (lead > 0 ? 1 : 0));
  if (title > 0) writer.writeVarint(title);
  if (lead > 0) writer.writeVarint(lead);
}

export function readCounts(reader: ByteReader): PostingsCounts {
  const head = reader.readVarint();
  const title = head & 2 ? reader.readVarint() : 0;
  const lead = head & 1 ? reader.readVarint() : 0;
  return [title, lead, head >>> 2];
}

/** Writes the slots of one field. */
export function writeSlots(writer: ByteWriter, list: readonly number[], slots: number): void {
  if (isDense(list.length, slots)) {
    const bits = new Uint8Array(Math.ceil(slots / 8));
    for (const slot of list) bits[slot >> 3] = (bits[slot >> 3] ?? 0) | (1 << (slot & 7));
    writer.writeBytes(bits);
    return;
  }
  let last = 0;
  for (const slot of list) {
    writer.writeVarint(slot - last);
    last = slot;
  }
}

/** Reads `count` slots of one field and calls `visit` for each. */
export function readSlots(reader: ByteReader, count: number, slots: number, visit: (slot: number) => void): void {
  if (isDense(count, slots)) {
    const bits = reader.bytes(Math.ceil(slots / 8));
    for (let slot = 0; slot < slots; slot++) if ((bits[slot >> 3] ?? 0) & (1 << (slot & 7))) visit(slot);
    return;
  }
  let slot = 0;
  for (let i = 0; i < count; i++) {
    slot += reader.readVarint();
    visit(slot);
  }
}
