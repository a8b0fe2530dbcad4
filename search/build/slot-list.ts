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

/** The list with one slot more, or one less; undefined where it had it already, or not. */
export function turned(list: SlotList, slot: number, more: boolean, slots: number): SlotList | undefined {
  const count = list.count + (more ? 1 : -1);
  if (count < 0) return undefined;
  const dense = isDense(list.count, slots);
  if (dense && isDense(count, slots)) return turnedBit(list, slot, more, count);
  if (!dense && !isDense(count, slots)) return turnedGap(list, slot, more, count);
  const held = new Set<number>();
  readSlots(new ByteReader(list.bytes), list.count, slots, (each) => held.add(each));
  if (held.has(slot) === more) return undefined;
  if (more) held.add(slot);
  else held.delete(slot);
  const writer = new ByteWriter();
  writeSlots(
    writer,
    [...held].sort((a, b) => a - b),
    slots,
  );
  return { count, bytes: writer.written() };
}

function turnedBit(list: SlotList, slot: number, more: boolean, count: number): SlotList | undefined {
  const [byte, bit] = [list.bytes[slot >> 3] ?? 0, 1 << (slot & 7)];
  if (((byte & bit) !== 0) === more) return undefined;
  const bytes = list.bytes.slice();
  bytes[slot >> 3] = byte ^ bit;
  return { count, bytes };
}

function turnedGap(list: SlotList, slot: number, more: boolean, count: number): SlotList | undefined {
  const [reader, writer] = [new ByteReader(list.bytes), new ByteWriter(list.bytes.length + 8)];
  let [at, last, met] = [0, 0, false];
  const write = (each: number) => {
    writer.number(each - last);
    last = each;
  };
  for (let i = 0; i < list.count; i++) {
    at += reader.number();
    if (at === slot && more) return undefined;
    if (at >= slot && !met) {
      met = true;
      if (more) write(slot);
      else if (at > slot) return undefined;
    }
    if (at !== slot) write(at);
  }
  if (!met && more) write(slot);
  return met || more ? { count, bytes: writer.written() } : undefined;
}
