import { expect, test } from 'vitest';
import { cacheLimits, cacheName, isCacheOfSite } from '../../../../assets/js/cache-name.ts';

test('two sites of one host, one below the other, have caches of their own', () => {
  const [root, subsite] = ['https://example.org/', 'https://example.org/hoi/'];
  expect(isCacheOfSite(root, cacheName(root, 'latest'))).toBe(true);
  expect(isCacheOfSite(root, cacheName(subsite, 'latest'))).toBe(false);
  expect(isCacheOfSite(subsite, cacheName(root, 'latest'))).toBe(false);
  expect(isCacheOfSite(root, 'cua trang khac')).toBe(false);
});

test('all caches together hold no more than the 20 MB stated on /quyen-rieng-tu/', () => {
  expect(Object.values(cacheLimits).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(20_000_000);
});
