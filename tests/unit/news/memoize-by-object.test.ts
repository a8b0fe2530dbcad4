import { expect, test } from 'vitest';
import { memoizeByObject } from '#news/memoize-by-object.ts';

test('a result is computed once for each object, even for equal objects and for undefined', () => {
  let calls = 0;
  const titleOf = memoizeByObject(({ title }: { readonly title: string }) => {
    calls++;
    return title === '' ? undefined : title;
  });
  const [one, other, empty] = [{ title: 'a' }, { title: 'a' }, { title: '' }];
  expect([titleOf(one), titleOf(one), titleOf(other)]).toEqual(['a', 'a', 'a']);
  expect(calls).toBe(2);
  expect([titleOf(empty), titleOf(empty)]).toEqual([undefined, undefined]);
  expect(calls).toBe(3);
});
