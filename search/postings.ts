import type { ByteReader, ByteWriter } from './bytes.ts';

/** Where one spelling stands: for each field the slots of the entries, ascending; an entry is in its best field only. */
export type Postings = readonly [title: readonly number[], lead: readonly number[], body: readonly number[]];

/** From this share of the slots on, a bit for each slot takes less than the gaps between them. */
const dense = 8;

/** Writes where a spelling stands; `slots` is how many there are in the segment. */
export function writePostings(writer: ByteWriter, [title, lead, body]: Postings, slots: number): void {
  writer.number(body.length * 4 + (title.length > 0 ? 2 : 0) + (lead.length > 0 ? 1 : 0));
  if (title.length > 0) writer.number(title.length);
  if (lead.length > 0) writer.number(lead.length);
  for (const list of [title, lead, body]) writeSlots(writer, list, slots);
}

/** Calls `found` for each entry of written postings. */
export function readPostings(reader: ByteReader, slots: number, found: (slot: number, field: number) => void): void {
  const head = reader.number();
  const title = head & 2 ? reader.number() : 0;
  const lead = head & 1 ? reader.number() : 0;
  for (const [field, count] of [title, lead, head >>> 2].entries())
    readSlots(reader, count, slots, (slot) => found(slot, field));
}

function writeSlots(writer: ByteWriter, list: readonly number[], slots: number): void {
  if (list.length * dense > slots) {
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

function readSlots(reader: ByteReader, count: number, slots: number, found: (slot: number) => void): void {
  if (count * dense > slots) {
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
