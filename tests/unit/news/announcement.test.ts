import { expect, test } from 'vitest';
import { announcedDigestsAfter, isReachableByHub, unannouncedFeeds } from '#news/announcement.ts';

const feed = (url: string, digest: string) => ({ url, hub: 'https://may-bao-tin.example/', digest });
const [site, category] = [feed('https://example.org/feed.xml', 'b'), feed('https://example.org/tin/feed.xml', 'c')];

test('every feed is announced the first time, then only feeds with changed content', () => {
  expect(unannouncedFeeds([site, category], {})).toEqual([site, category]);
  expect(unannouncedFeeds([site, category], { [site.url]: 'a', [category.url]: 'c' })).toEqual([site]);
  expect(unannouncedFeeds([site, category], { [site.url]: 'b', [category.url]: 'c' })).toEqual([]);
});

test('a feed that could not be announced keeps its old digest, and a deleted feed is dropped', () => {
  const previous = { 'https://example.org/bo/feed.xml': 'x', [category.url]: 'old' };
  expect(announcedDigestsAfter([category, site], previous, [site])).toEqual({ [site.url]: 'b', [category.url]: 'old' });
  expect(unannouncedFeeds([category, site], announcedDigestsAfter([category, site], previous, [site]))).toEqual([
    category,
  ]);
  expect(announcedDigestsAfter([category, site], {}, [])).toEqual({});
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
])('the feed %s is reachable by the hub %s: %s', (url, hub, expected) => {
  expect(isReachableByHub({ url, hub })).toBe(expected);
});
