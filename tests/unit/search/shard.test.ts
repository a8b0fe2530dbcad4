import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShard, termShard, writeShard } from '#search/shard.ts';

const number = fc.nat(2 ** 32 - 1);
const terms = fc
  .uniqueArray(fc.record({ number, bytes: fc.uint8Array({ maxLength: 40 }) }), {
    selector: (term) => term.number,
    maxLength: 60,
  })
  .map((all) => all.toSorted((a, b) => a.number - b.number));

test('a shard holds the data of each of its terms, and of no other', () => {
  fc.assert(
    fc.property(terms, number, (written, other) => {
      const lengths = written.map(({ bytes }) => bytes.length);
      const ends = written.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
      const numbers = written.map(({ number }) => number);
      const shard = writeShard(numbers, ends, Buffer.concat(written.map(({ bytes }) => bytes)));
      for (const term of written)
        expect(Array.from(readShard(shard, term.number) ?? [])).toEqual(Array.from(term.bytes));
      if (!written.some((term) => term.number === other)) expect(readShard(shard, other)).toBeUndefined();
    }),
  );
});

test('different hashes have different shards or different numbers in the shard', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 5000 }), (hash, shards) => {
      const { shard, number: inShard } = termShard(hash, shards);
      expect(shard).toBeLessThan(shards);
      expect(inShard * shards + shard).toBe(hash);
    }),
  );
});
