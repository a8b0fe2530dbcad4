import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { isDense, readSlots, writeSlots } from '#search/postings.ts';

/** The slots of a term in one field as bytes (see writeSlots), so that a bitmap is changed without decoding it. */
export interface SlotList {
  readonly count: number;
  readonly bytes: Uint8Array;
}

export const emptySlotList: SlotList = { count: 0, bytes: new Uint8Array() };

export function readSlotList(reader: ByteReader, count: number, slots: number): SlotList {
  const start = reader.position;
  if (isDense(count, slots)) return { count, bytes: reader.bytes(Math.ceil(slots / 8)) };
  for (let i = 0; i < count; i++) reader.readVarint();
  const length = reader.position - start;
  reader.position = start;
  return { count, bytes: reader.bytes(length) };
}

/** The list with a slot added or removed; undefined where the slot is already there, or not there. */
export function toggleSlot(list: SlotList, slot: number, add: boolean, slots: number): SlotList | undefined {
  const count = list.count + (add ? 1 : -1);
  if (count < 0) return undefined;
  const dense = isDense(list.count, slots);
  if (dense && isDense(count, slots)) return toggledBit(list, slot, add, count);
  if (!dense && !isDense(count, slots)) return toggledGap(list, slot, add, count);
  const members = new Set<number>();
  readSlots(new ByteReader(list.bytes), list.count, slots, (member) => members.add(member));
  if (members.has(slot) === add) return undefined;
  if (add) members.add(slot);
  else members.delete(slot);
  const writer = new ByteWriter();
  writeSlots(
    writer,
    [...members].sort((a, b) => a - b),
    slots,
  );
  return { count, bytes: writer.finish() };
}

function toggledBit(list: SlotList, slot: number, add: boolean, count: number): SlotList | undefined {
  const [byte, bit] = [list.bytes[slot >> 3] ?? 0, 1 << (slot & 7)];
  if (((byte & bit) !== 0) === add) return undefined;
  const bytes = list.bytes.slice();
  bytes[slot >> 3] = byte ^ bit;
  return { count, bytes };
}

function toggledGap(list: SlotList, slot: number, add: boolean, count: number): SlotList | undefined {
  const [reader, writer] = [new ByteReader(list.bytes), new ByteWriter(list.bytes.length + 8)];
  let [current, last, isPassed] = [0, 0, false];
  const write = (value: number) => {
    writer.writeVarint(value - last);
    last = value;
  };
  for (let i = 0; i < list.count; i++) {
    current += reader.readVarint();
    if (current === slot && add) return undefined;
    if (current >= slot && !isPassed) {
      isPassed = true;
      if (add) write(slot);
      else if (current > slot) return undefined;
    }
    if (current !== slot) write(current);
  }
  if (!isPassed && add) write(slot);
  return isPassed || add ? { count, bytes: writer.finish() } : undefined;
}
