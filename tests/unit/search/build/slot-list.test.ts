import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySlotList, readSlotList, toggleSlot } from '#search/build/slot-list.ts';
import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { writeSlots } from '#search/postings.ts';

const slots = 64;
const members = fc.uniqueArray(fc.nat(slots - 1), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));

test('adding or removing a slot gives the bytes of the new list, and no slot is added twice', () => {
  fc.assert(
    fc.property(members, fc.nat(slots - 1), (before, slot) => {
      const writer = new ByteWriter();
      writeSlots(writer, before, slots);
      const list = readSlotList(new ByteReader(writer.finish()), before.length, slots);
      expect(toggleSlot(list, slot, before.includes(slot), slots)).toBeUndefined();
      const after = before.includes(slot)
        ? before.filter((member) => member !== slot)
        : [...before, slot].sort((a, b) => a - b);
      const expected = new ByteWriter();
      writeSlots(expected, after, slots);
      expect(toggleSlot(list, slot, !before.includes(slot), slots)).toEqual({
        count: after.length,
        bytes: expected.finish(),
      });
    }),
  );
});

test('an empty list takes its first slot', () => {
  expect(toggleSlot(emptySlotList, 9, true, slots)).toEqual({ count: 1, bytes: Uint8Array.of(9) });
});
