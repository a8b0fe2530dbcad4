import { expect, test } from 'vitest';
import { bounds, isStoreOf, storeName } from '../../../../assets/js/stores.ts';

test('two sites of one host, one below the other, have caches of their own', () => {
  const [root, subsite] = ['https://example.org/', 'https://example.org/hoi/'];
  expect(isStoreOf(root, storeName(root, 'latest'))).toBe(true);
  expect(isStoreOf(root, storeName(subsite, 'latest'))).toBe(false);
  expect(isStoreOf(subsite, storeName(root, 'latest'))).toBe(false);
  expect(isStoreOf(root, 'cua trang khac')).toBe(false);
});

test('all caches together hold no more than the 20 MB stated on /quyen-rieng-tu/', () => {
  expect(Object.values(bounds).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(20_000_000);
});
