import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingSort } from '#search/build/counting-sort.ts';

test('each item is in its group, in ascending order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (groups) => {
      const itemsOf = countingSort(groups.length, 10, (item) => groups[item] ?? 0);
      for (let group = 0; group < 10; group++)
        expect(Array.from(itemsOf(group))).toEqual([...groups.keys()].filter((item) => groups[item] === group));
    }),
  );
});
