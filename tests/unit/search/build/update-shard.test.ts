import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StaleIndexError } from '#search/build/stale-index-error.ts';
import { updateShard } from '#search/build/update-shard.ts';
import { writeShard } from '#search/shard.ts';

/** The data of a shard by term number. */
type ShardData = ReadonlyMap<number, Uint8Array>;

const shardData = fc
  .array(fc.tuple(fc.nat(60), fc.uint8Array({ maxLength: 5 })), { maxLength: 40 })
  .map((entries): ShardData => new Map(entries));

function shardWith(data: ShardData): Uint8Array {
  const all = [...data].filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => a - b);
  let end = 0;
  const ends = all.map(([, bytes]) => {
    end += bytes.length;
    return end;
  });
  const numbers = all.map(([number]) => number);
  return writeShard(numbers, ends, Buffer.concat(all.map(([, bytes]) => bytes)));
}

test('an updated shard equals one written with the new data', () => {
  fc.assert(
    fc.property(shardData, shardData, (before, changes) => {
      const oldData = new Map<number, Uint8Array>();
      const after = updateShard(shardWith(before), [...changes.keys()], (number, data) => {
        oldData.set(number, data.slice());
        return changes.get(number) ?? data;
      });
      expect(after).toEqual(shardWith(new Map([...before, ...changes])));
      for (const number of changes.keys())
        expect(Array.from(oldData.get(number) ?? [0])).toEqual(Array.from(before.get(number) ?? []));
    }),
  );
});

test('a shard whose length does not match its header is refused', () => {
  const shard = shardWith(new Map([[3, Uint8Array.of(1, 2)]]));
  expect(() => updateShard(shard.subarray(0, -1), [], (_, data) => data)).toThrow(StaleIndexError);
  expect(() => updateShard(Uint8Array.of(9), [], (_, data) => data)).toThrow(StaleIndexError);
});
