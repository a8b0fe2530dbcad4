import { expect, test } from 'vitest';
import { oldAddressKey } from '#news/old-address.ts';
import type { BuiltSite } from '#site/verification/built-site.ts';
import {
  addressesWithQuery,
  otherRoots,
  otherSpellings,
  spread,
  unknownAddresses,
} from '#site/verification/unknown-addresses.ts';

const file = (path: string) => ({ path, address: `/${path}`.replace(/index\.html$/, ''), size: 1 });
const site: BuiltSite = {
  ...{ folder: '', notFoundPage: '', redirects: [], headers: [] },
  files: ['index.html', 'tai-xiu/index.html', 'tin/index.html', 'sitemap.txt'].map(file),
  foldersWithoutPage: ['/hinh-anh/'],
  targets: new Map([
    [oldAddressKey('/casino/', '') ?? '', '/tin/'],
    [oldAddressKey('/', 'p=123') ?? '', '/tin/'],
  ]),
};

test('no address that the site has, old ones too, is taken for one that it does not have', () => {
  const addresses = unknownAddresses(site, 'abc', 1);
  expect(addresses).toEqual(
    expect.arrayContaining(['/abc', '/abc.php', '/tin/abc/', '/tin/tai-xiu/', '/hinh-anh/', '/nha-cai/']),
  );
  for (const known of ['/tai-xiu/', '/sitemap.txt', '/casino/']) expect(addresses).not.toContain(known);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('pages are asked for with queries that are no old addresses', () => {
  const asked = addressesWithQuery(site, 'abc', 1).map(({ file: { address }, query }) => `${address}?${query}`);
  expect(asked).toEqual(expect.arrayContaining(['/?tai-xiu', '/?abc=1', '/?gclid=a1', '/tin/?id=5']));
  expect(asked).not.toContain('/?p=123');
});

test('other spellings are those with index.html and without the last slash', () => {
  expect(otherSpellings(site, 0).map(({ address }) => address)).toEqual([
    ...['/index.html', '/tai-xiu/index.html', '/tai-xiu', '/tin/index.html', '/tin'],
  ]);
});

test('a site with TLS is asked for without it and under its other name, any other is not', () => {
  const roots = (url: string) => otherRoots(new URL(url)).map(({ href }) => href);
  expect(roots('https://vi-du.vn/trang/')).toEqual([
    ...['http://vi-du.vn/trang/', 'https://www.vi-du.vn/trang/', 'http://www.vi-du.vn/trang/'],
  ]);
  expect(roots('https://www.vi-du.vn/')).toContain('https://vi-du.vn/');
  expect([...roots('http://127.0.0.1:8080/'), ...roots('https://vi-du.vn:8443/')]).toEqual([]);
});

test('a choice is spread over the whole list, and all of it is chosen in turn', () => {
  const all = Array.from({ length: 1000 }, (_, index) => index);
  const seeds = Array.from({ length: 5 }, (_, seed) => spread(all, 200, seed));
  expect(seeds.every((chosen) => new Set(chosen).size === 200)).toBe(true);
  expect(new Set(seeds.flat()).size).toBe(1000);
  expect(spread([1, 2], 5, 7)).toEqual([1, 2]);
});
