import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeShard } from '#search/build/change-shard.ts';
import { Doubtful } from '#search/build/doubtful.ts';
import { writeShard } from '#search/shard.ts';

/** What a shard holds by its numbers. */
type Held = ReadonlyMap<number, Uint8Array>;

const some = fc
  .array(fc.tuple(fc.nat(60), fc.uint8Array({ maxLength: 5 })), { maxLength: 40 })
  .map((entries): Held => new Map(entries));

function written(held: Held): Uint8Array {
  const all = [...held].filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => a - b);
  let end = 0;
  const ends = all.map(([, bytes]) => {
    end += bytes.length;
    return end;
  });
  const numbers = all.map(([number]) => number);
  return writeShard(numbers, ends, Buffer.concat(all.map(([, bytes]) => bytes)));
}

test('a shard changed is written as if it had held nothing else', () => {
  fc.assert(
    fc.property(some, some, (before, changes) => {
      const told = new Map<number, Uint8Array>();
      const after = changeShard(written(before), [...changes.keys()], (number, held) => {
        told.set(number, held.slice());
        return changes.get(number) ?? held;
      });
      expect(after).toEqual(written(new Map([...before, ...changes])));
      for (const number of changes.keys())
        expect(Array.from(told.get(number) ?? [0])).toEqual(Array.from(before.get(number) ?? []));
    }),
  );
});

test('a shard of another length than it says is doubtful', () => {
  const shard = written(new Map([[3, Uint8Array.of(1, 2)]]));
  expect(() => changeShard(shard.subarray(0, -1), [], (_, held) => held)).toThrow(Doubtful);
  expect(() => changeShard(Uint8Array.of(9), [], (_, held) => held)).toThrow(Doubtful);
});
