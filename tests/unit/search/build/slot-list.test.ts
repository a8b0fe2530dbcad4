import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSlots, readSlotList, turned } from '#search/build/slot-list.ts';
import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { writeSlots } from '#search/postings.ts';

const slots = 64;
const held = fc.uniqueArray(fc.nat(slots - 1), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));

test('a list with one slot more or less is written as if it had been so from the beginning, and what it has already cannot come', () => {
  fc.assert(
    fc.property(held, fc.nat(slots - 1), (before, slot) => {
      const writer = new ByteWriter();
      writeSlots(writer, before, slots);
      const list = readSlotList(new ByteReader(writer.written()), before.length, slots);
      expect(turned(list, slot, before.includes(slot), slots)).toBeUndefined();
      const after = before.includes(slot)
        ? before.filter((each) => each !== slot)
        : [...before, slot].sort((a, b) => a - b);
      const right = new ByteWriter();
      writeSlots(right, after, slots);
      expect(turned(list, slot, !before.includes(slot), slots)).toEqual({
        count: after.length,
        bytes: right.written(),
      });
    }),
  );
});

test('a list of none takes its first slot', () => {
  expect(turned(noSlots, 9, true, slots)).toEqual({ count: 1, bytes: Uint8Array.of(9) });
});
