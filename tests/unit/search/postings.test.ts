import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { readPostings, writePostings } from '#search/postings.ts';

/** The field of a term by slot, 3 for none; `apart` is the distance of these slots: at a large one the term is rare. */
const term = fc.record({ fieldOfSlots: fc.array(fc.nat(3), { maxLength: 300 }), apart: fc.constantFrom(1, 7, 60) });

test('postings are read as they were written, in sparse and in dense lists, one after another', () => {
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      const slots = Math.max(1, ...terms.map(({ fieldOfSlots, apart }) => fieldOfSlots.length * apart));
      const postings = terms.map(({ fieldOfSlots, apart }) =>
        fieldOfSlots.map((field, index) => ({ slot: index * apart, field })).filter(({ field }) => field < 3),
      );
      const writer = new ByteWriter();
      for (const list of postings) {
        const inField = (wanted: number) => list.filter(({ field }) => field === wanted).map(({ slot }) => slot);
        writePostings(writer, [inField(0), inField(1), inField(2)], slots);
      }
      const written = writer.finish();
      const reader = new ByteReader(written);
      for (const list of postings) {
        const read: typeof list = [];
        readPostings(reader, slots, (slot, field) => read.push({ slot, field }));
        expect(read.sort((a, b) => a.slot - b.slot)).toEqual(list);
      }
      expect(reader.position).toBe(written.length);
    }),
  );
});
