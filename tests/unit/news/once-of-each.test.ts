import { expect, test } from 'vitest';
import { onceOfEach } from '#news/once-of-each.ts';

test('what is made of an object is made once; of another that says the same, anew', () => {
  let made = 0;
  const print = onceOfEach(({ title }: { readonly title: string }) => {
    made++;
    return title === '' ? undefined : title;
  });
  const [one, other, empty] = [{ title: 'a' }, { title: 'a' }, { title: '' }];
  expect([print(one), print(one), print(other)]).toEqual(['a', 'a', 'a']);
  expect(made).toBe(2);
  expect([print(empty), print(empty)]).toEqual([undefined, undefined]);
  expect(made).toBe(3);
});
