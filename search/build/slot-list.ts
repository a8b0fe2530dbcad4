import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { isDense, readSlots, writeSlots } from '#search/postings.ts';

/** The slots of a term in one field as they are written; of a long list a bit is turned without reading the others. */
export interface SlotList {
  readonly count: number;
  readonly bytes: Uint8Array;
}

export const noSlots: SlotList = { count: 0, bytes: new Uint8Array() };

export function readSlotList(reader: ByteReader, count: number, slots: number): SlotList {
  const start = reader.at;
  if (isDense(count, slots)) return { count, bytes: reader.bytes(Math.ceil(slots / 8)) };
  for (let i = 0; i < count; i++) reader.number();
  const length = reader.at - start;
  reader.at = start;
  return { count, bytes: reader.bytes(length) };
}

export function hasSlot({ count, bytes }: SlotList, slot: number, slots: number): boolean {
  if (isDense(count, slots)) return ((bytes[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0;
  const reader = new ByteReader(bytes);
  let at = 0;
  for (let i = 0; i < count && at <= slot; i++) {
    at += reader.number();
    if (at === slot) return true;
  }
  return false;
}

/** The list without a slot where it has it, with it where it has not. */
export function toggled(list: SlotList, slot: number, slots: number): SlotList {
  const count = list.count + (hasSlot(list, slot, slots) ? -1 : 1);
  if (isDense(list.count, slots) && isDense(count, slots)) {
    const bytes = list.bytes.slice();
    bytes[slot >> 3] = (bytes[slot >> 3] ?? 0) ^ (1 << (slot & 7));
    return { count, bytes };
  }
  const held: number[] = [];
  readSlots(new ByteReader(list.bytes), list.count, slots, (each) => held.push(each));
  const other = count < list.count ? held.filter((each) => each !== slot) : [...held, slot].sort((a, b) => a - b);
  const writer = new ByteWriter();
  writeSlots(writer, other, slots);
  return { count, bytes: writer.written() };
}
