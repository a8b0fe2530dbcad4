import { expect, test } from 'vitest';
import { RequestLimit } from '#counter/core/request-limit.ts';

test('a network is answered thirty times in ten seconds, then told how long to wait', () => {
  let now = 50_000;
  const limit = new RequestLimit(() => now);
  for (let n = 0; n < 30; n++) expect(limit.waitFor('a')).toBe(0);
  now += 2500;
  expect(limit.waitFor('a')).toBe(8);
  expect(limit.waitFor('b')).toBe(0);
  now += 7500;
  expect(limit.waitFor('a')).toBe(0);
});

test('a flood of networks shares one limit and takes no more memory', () => {
  const limit = new RequestLimit(() => 1000);
  for (let n = 0; n < 10_000; n++) expect(limit.waitFor(`network ${n}`)).toBe(0);
  const answered = Array.from({ length: 100 }, (_, n) => limit.waitFor(`other ${n}`)).filter((wait) => wait === 0);
  expect(answered).toHaveLength(30);
  expect(limit.waitFor('network 1')).toBe(0);
});
