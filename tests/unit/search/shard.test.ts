import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupSize, hashPrefix, pairHash } from '#search/hash.ts';
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
      const asked = written.filter((_, index) => index % 2 === 0);
      const found = readShard(
        shard,
        [...new Set([...asked.map((term) => term.number), other])].sort((a, b) => a - b),
      );
      for (const term of asked) expect(Array.from(found.get(term.number) ?? [])).toEqual(Array.from(term.bytes));
      if (!written.some((term) => term.number === other)) expect(found.has(other)).toBe(false);
    }),
  );
});

test('different hashes have different shards or different numbers in the shard', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 5000 }), (hash, shards) => {
      const { shard, number: inShard } = termShard(hash, shards);
      expect(shard).toBeLessThan(shards);
      const group = Math.floor(inShard / groupSize) * shards + shard;
      expect(group * groupSize + (inShard % groupSize)).toBe(hash);
    }),
  );
});

test('the pairs of a word with others of the same first letter are in one shard', () => {
  const letters = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(letters, letters, letters, fc.integer({ min: 1, max: 5000 }), (first, one, other, shards) => {
      const shardOf = (second: string) => termShard(pairHash(hashPrefix(`${first} `), second), shards).shard;
      expect(shardOf(`t${one}`)).toBe(shardOf(`t${other}`));
    }),
  );
});
