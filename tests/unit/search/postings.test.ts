import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { readPostings, writePostings } from '#search/postings.ts';

/** For each slot the field a spelling stands in, 3 where it stands nowhere; with `apart` slots between them it is rare. */
const spelling = fc.record({ fieldOfSlots: fc.array(fc.nat(3), { maxLength: 300 }), apart: fc.constantFrom(1, 7, 60) });

test('what was written is read, however many entries have a spelling, and nothing of the next', () => {
  fc.assert(
    fc.property(fc.array(spelling, { minLength: 1, maxLength: 4 }), (spellings) => {
      const slots = Math.max(1, ...spellings.map(({ fieldOfSlots, apart }) => fieldOfSlots.length * apart));
      const places = spellings.map(({ fieldOfSlots, apart }) =>
        fieldOfSlots.map((field, index) => ({ slot: index * apart, field })).filter(({ field }) => field < 3),
      );
      const writer = new ByteWriter();
      for (const each of places) {
        const inField = (wanted: number) => each.filter(({ field }) => field === wanted).map(({ slot }) => slot);
        writePostings(writer, [inField(0), inField(1), inField(2)], slots);
      }
      const written = writer.written();
      const reader = new ByteReader(written);
      for (const each of places) {
        const read: typeof each = [];
        readPostings(reader, slots, (slot, field) => read.push({ slot, field }));
        expect(read.sort((a, b) => a.slot - b.slot)).toEqual(each);
      }
      expect(reader.at).toBe(written.length);
    }),
  );
});
