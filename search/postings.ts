import type { ByteReader, ByteWriter } from './bytes.ts';
import { fields } from './entry.ts';

/** Where one spelling stands: for each field the slots of the entries, ascending; an entry is in its best field only. */
export type Postings = readonly [title: readonly number[], lead: readonly number[], body: readonly number[]];

/** How many entries a spelling stands in, by their best fields. */
export type Counts = readonly [title: number, lead: number, body: number];

/** From this share of the slots on, a bit for each slot takes less than the gaps between them. */
const dense = 8;

/** Whether so many slots are written as a bit for each slot there is. */
export function isDense(count: number, slots: number): boolean {
  return count * dense > slots;
}

/** Writes where a spelling stands; `slots` is how many there are in the segment. */
export function writePostings(writer: ByteWriter, postings: Postings, slots: number): void {
  const [title, lead, body] = postings;
  writeCounts(writer, [title.length, lead.length, body.length]);
  for (const list of postings) writeSlots(writer, list, slots);
}

/** Calls `found` for each entry of written postings. */
export function readPostings(reader: ByteReader, slots: number, found: (slot: number, field: number) => void): void {
  const counts = readCounts(reader);
  for (let field = 0; field < fields.length; field++)
    readSlots(reader, counts[field] ?? 0, slots, (slot) => found(slot, field));
}

export function writeCounts(writer: ByteWriter, [title, lead, body]: Counts): void {
  writer.number(body * 4 + (title > 0 ? 2 : 0) + (lead > 0 ? 1 : 0));
  if (title > 0) writer.number(title);
  if (lead > 0) writer.number(lead);
}

export function readCounts(reader: ByteReader): Counts {
  const head = reader.number();
  const title = head & 2 ? reader.number() : 0;
  const lead = head & 1 ? reader.number() : 0;
  return [title, lead, head >>> 2];
}

/** Writes the slots of one field. */
export function writeSlots(writer: ByteWriter, list: readonly number[], slots: number): void {
  if (isDense(list.length, slots)) {
    const bits = new Uint8Array(Math.ceil(slots / 8));
    for (const slot of list) bits[slot >> 3] = (bits[slot >> 3] ?? 0) | (1 << (slot & 7));
    writer.bytes(bits);
    return;
  }
  let last = 0;
  for (const slot of list) {
    writer.number(slot - last);
    last = slot;
  }
}

/** Calls `found` for each of so many slots of one field. */
export function readSlots(reader: ByteReader, count: number, slots: number, found: (slot: number) => void): void {
  if (isDense(count, slots)) {
    const bits = reader.bytes(Math.ceil(slots / 8));
    for (let slot = 0; slot < slots; slot++) if ((bits[slot >> 3] ?? 0) & (1 << (slot & 7))) found(slot);
    return;
  }
  let slot = 0;
  for (let i = 0; i < count; i++) {
    slot += reader.number();
    found(slot);
  }
}
