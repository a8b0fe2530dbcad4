import { expect, test } from 'vitest';
import { announcedWith, isOpenToHub, unannounced } from '#news/announcement.ts';

const feed = (url: string, digest: string) => ({ url, hub: 'https://may-bao-tin.example/', digest });
const [site, category] = [feed('https://example.org/feed.xml', 'b'), feed('https://example.org/tin/feed.xml', 'c')];

test('the first time every feed is to be announced, then those alone whose content is another', () => {
  expect(unannounced([site, category], {})).toEqual([site, category]);
  expect(unannounced([site, category], { [site.url]: 'a', [category.url]: 'c' })).toEqual([site]);
  expect(unannounced([site, category], { [site.url]: 'b', [category.url]: 'c' })).toEqual([]);
});

test('a feed that could not be announced stays as it was known, and one that is gone is forgotten', () => {
  const known = { 'https://example.org/bo/feed.xml': 'x', [category.url]: 'old' };
  expect(announcedWith([category, site], known, [site])).toEqual({ [site.url]: 'b', [category.url]: 'old' });
  expect(unannounced([category, site], announcedWith([category, site], known, [site]))).toEqual([category]);
  expect(announcedWith([category, site], {}, [])).toEqual({});
});

test.each([
  ['https://example.org/feed.xml', 'https://may-bao-tin.example/', true],
  ['http://localhost:8080/feed.xml', 'https://may-bao-tin.example/', false],
  ['http://localhost:8080/feed.xml', 'http://127.0.0.1:9000/', false],
  ['http://trang.localhost/feed.xml', 'https://may-bao-tin.example/', false],
  ['http://127.0.0.1:8080/feed.xml', 'https://may-bao-tin.example/', false],
  ['http://[::1]/feed.xml', 'https://may-bao-tin.example/', false],
  ['http://127.0.0.1:8080/feed.xml', 'http://127.0.0.1:9000/', true],
  ['https://127.0.0.1.example.org/feed.xml', 'https://may-bao-tin.example/', true],
])('of %s, %s can be told: %s', (url, hub, open) => {
  expect(isOpenToHub({ url, hub })).toBe(open);
});
