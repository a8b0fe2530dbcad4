import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '#search/bytes.ts';

const number = fc.nat(2 ** 32 - 1);

test('numbers below 2^32 and bytes are read as they were written, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(number, fc.uint8Array({ maxLength: 600 }))), (pieces) => {
      const writer = new ByteWriter();
      for (const piece of pieces) {
        if (typeof piece === 'number') writer.writeVarint(piece);
        else writer.writeBytes(piece);
      }
      const written = writer.finish();
      const reader = new ByteReader(written);
      for (const piece of pieces)
        if (typeof piece === 'number') expect(reader.readVarint()).toBe(piece);
        else expect(Array.from(reader.bytes(piece.length))).toEqual(Array.from(piece));
      expect(reader.position).toBe(written.length);
    }),
  );
});

test('a number takes a byte for every seven bits', () => {
  fc.assert(
    fc.property(number, (value) => {
      const writer = new ByteWriter();
      writer.writeVarint(value);
      expect(writer.length).toBe(Math.max(1, Math.ceil(value.toString(2).length / 7)));
    }),
  );
});

test('reading past the end gives zeros', () => {
  expect(new ByteReader(new Uint8Array()).readVarint()).toBe(0);
});
