import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIds } from '#search/build/pair-ids.ts';

const integer = fc.oneof(fc.nat(40), fc.nat(2 ** 32 - 1));

test('each pair has one id, in order of first use', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(integer, integer), { maxLength: 2000, size: 'max' }), (pairs) => {
      const ids = new PairIds();
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        expected.set(name, expected.get(name) ?? expected.size);
        const id = ids.idOf(first, second);
        expect(id).toBe(expected.get(name));
        expect([ids.first(id), ids.second(id)]).toEqual([first, second]);
      }
      expect(ids.length).toBe(expected.size);
    }),
    { numRuns: 20 },
  );
});
