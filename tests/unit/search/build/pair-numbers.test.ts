import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairNumbers } from '#search/build/pair-numbers.ts';

const some = fc.oneof(fc.nat(40), fc.nat(2 ** 32 - 1));

test('each pair has one number, in the order they came first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some), { maxLength: 2000, size: 'max' }), (pairs) => {
      const numbers = new PairNumbers();
      const known = new Map<string, number>();
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        known.set(name, known.get(name) ?? known.size);
        const number = numbers.numberOf(first, second);
        expect(number).toBe(known.get(name));
        expect([numbers.first(number), numbers.second(number)]).toEqual([first, second]);
      }
      expect(numbers.length).toBe(known.size);
    }),
    { numRuns: 20 },
  );
});
