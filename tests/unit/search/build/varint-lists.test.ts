import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VarintLists } from '#search/build/varint-lists.ts';

const integer = fc.oneof(fc.nat(127), fc.nat(20_000), fc.nat(2 ** 32 - 1), fc.constant(2 ** 32 - 1));
const listCount = 5;

test('each list gives its integers in the order in which they were pushed, whatever was pushed to others between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(listCount - 1), integer), { maxLength: 400, size: 'max' }), (pushes) => {
      const lists = new VarintLists();
      const indexes = Array.from({ length: listCount }, () => lists.add());
      for (const [list, value] of pushes) lists.push(list, value);
      for (const list of indexes) {
        const found: number[] = [];
        lists.visit(list, (value) => found.push(value));
        expect(found).toEqual(pushes.filter(([pushed]) => pushed === list).map(([, value]) => value));
      }
    }),
  );
});

test('a list that fills more than a block is complete', () => {
  const lists = new VarintLists();
  const values = Array.from({ length: 50_000 }, (_, index) => index);
  const [long, other] = [lists.add(), lists.add()];
  for (const value of values) lists.push(value % 3 === 0 ? other : long, value);
  const found: number[] = [];
  lists.visit(long, (value) => found.push(value));
  expect(found).toEqual(values.filter((value) => value % 3 !== 0));
});
