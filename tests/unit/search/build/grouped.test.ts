import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped } from '#search/build/grouped.ts';

test('every thing is in its group, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (groups) => {
      const things = grouped(groups.length, 10, (thing) => groups[thing] ?? 0);
      for (let group = 0; group < 10; group++)
        expect(Array.from(things(group))).toEqual([...groups.keys()].filter((thing) => groups[thing] === group));
    }),
  );
});
