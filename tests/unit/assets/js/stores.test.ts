import { expect, test } from 'vitest';
import { bounds, isStoreOf, storeName } from '../../../../assets/js/stores.ts';

test('two sites of one host, one below the other, keep and throw away their own', () => {
  const [root, below] = ['https://example.org/', 'https://example.org/hoi/'];
  expect(isStoreOf(root, storeName(root, 'latest'))).toBe(true);
  expect(isStoreOf(root, storeName(below, 'latest'))).toBe(false);
  expect(isStoreOf(below, storeName(root, 'latest'))).toBe(false);
  expect(isStoreOf(root, 'cua trang khac')).toBe(false);
});

test('all that is kept is no more than the 20 MB that /quyen-rieng-tu/ says', () => {
  expect(Object.values(bounds).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(20_000_000);
});
