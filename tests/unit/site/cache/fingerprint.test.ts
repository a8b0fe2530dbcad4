import { expect, test } from 'vitest';
import { fingerprint } from '#site/cache/fingerprint.ts';

test('equal data has the same hash, different data has another', () => {
  const article = (title: string) => ({ title, date: new Date(5), pictures: new Map([['a.jpg', '/x/a.jpg']]) });
  expect(fingerprint(article('Một'))).toBe(fingerprint(article('Một')));
  expect(fingerprint(article('Một'))).not.toBe(fingerprint(article('Hai')));
  expect(fingerprint([new Map([['a', 1]])])).not.toBe(fingerprint([new Map([['a', 2]])]));
  expect(fingerprint([new Date(5)])).not.toBe(fingerprint([new Date(6)]));
  expect(fingerprint(undefined)).not.toBe(fingerprint(null));
});
