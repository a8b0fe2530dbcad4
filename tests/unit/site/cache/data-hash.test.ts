import { expect, test } from 'vitest';
import { dataHash } from '#site/cache/data-hash.ts';

test('equal data has the same hash, different data has another', () => {
  const article = (title: string) => ({ title, date: new Date(5), pictures: new Map([['a.jpg', '/x/a.jpg']]) });
  expect(dataHash(article('Một'))).toBe(dataHash(article('Một')));
  expect(dataHash(article('Một'))).not.toBe(dataHash(article('Hai')));
  expect(dataHash([new Map([['a', 1]])])).not.toBe(dataHash([new Map([['a', 2]])]));
  expect(dataHash([new Date(5)])).not.toBe(dataHash([new Date(6)]));
  expect(dataHash(undefined)).not.toBe(dataHash(null));
});
