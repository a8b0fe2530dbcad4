import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped } from '#search/build/grouped.ts';

test('each item is in its group, in ascending order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (groups) => {
      const itemsOf = grouped(groups.length, 10, (item) => groups[item] ?? 0);
      for (let group = 0; group < 10; group++)
        expect(Array.from(itemsOf(group))).toEqual([...groups.keys()].filter((item) => groups[item] === group));
    }),
  );
});
