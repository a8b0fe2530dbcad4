import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedPath, pathsOf, sitemapParts } from '#counter/core/counted-path.ts';

test.each([
  ['/', '/'],
  ['/?utm_source=zalo', '/'],
  ['/#noi-dung', '/'],
  ['/bai-viet/a/?x=/../b', '/bai-viet/a/'],
  ['/bai-viet/a/#?', '/bai-viet/a/'],
  ['/index.html', '/'],
  ['/bai-viet/a/index.html?x', '/bai-viet/a/'],
  ['/bai-viet/myindex.html', '/bai-viet/myindex.html'],
  ['/b%C3%A0i/', '/bài/'],
  ['/bài/', '/bài/'],
  [encodeURI('/bài/'.normalize('NFD')), '/bài/'],
  ['/%61/', '/a/'],
])('%s is the page %s', (text, path) => expect(countedPath(text)).toBe(path));

test.each([
  '',
  'bai-viet/',
  'https://example.org/',
  '?/',
  '/a/../b',
  '/..',
  '/./a',
  '/%2e%2e/a',
  '/a/%2E/',
  '/a\\b',
  '/a%5Cb',
  '/a%00',
  '/a\n',
  '/a%0d%0aSet-Cookie:x',
  '/a\u007f',
  '/%',
  '/%ff',
  '/%C3',
  '/%2561/',
  '/100%25/',
  '/a%3Fb/',
  '/a%23b/',
  '/\ud800/',
])('%j is no page', (text) => expect(countedPath(text)).toBeUndefined());

test('the form of a page is its own form', () => {
  const piece = fc.constantFrom('/', 'a', '%', '2', '5', '3F', '%2e', '.', '\\', 'index.html', 'à', '\u0300', '\u0000');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => `/${pieces.join('')}`),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const path = countedPath(text);
        if (path !== undefined) expect(countedPath(path)).toBe(path);
      },
    ),
  );
});

test('a sitemap lists paths whatever stands around them, each once and in their one form', () => {
  const paths = pathsOf(`<?xml version="1.0"?><urlset>
    <url><loc>https://example.org/</loc></url>
    <url><loc>
      https://example.org/b%C3%A0i/
    </loc><lastmod>2026-11-24</lastmod></url>
    <url><loc>https://example.org/${'bài'.normalize('NFD')}/</loc></url>
    <url><loc>https://example.org/a&amp;b&apos;c/</loc></url>
    <url><loc>https://example.org/a&#38;d&#x26;e/</loc></url>
    <url><loc>https://example.org/trang/index.html</loc></url>
    <url><loc>no address</loc></url>
    <url><loc></loc></url>
  </urlset>`);
  expect([...paths]).toEqual(['/', '/bài/', "/a&b'c/", '/a&d&e/', '/trang/']);
});

test('what is no sitemap lists nothing', () => expect(pathsOf('<html></html>').size).toBe(0));

test('an index of sitemaps names its parts, whatever the path before them; a sitemap of pages has none', () => {
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://example.org/kho/sitemap-1.xml</loc></sitemap>
    <sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap></sitemapindex>`;
  expect(sitemapParts(index)).toEqual(['sitemap-1.xml', 'sitemap-2.xml']);
  expect(sitemapParts('<urlset><url><loc>https://example.org/a/</loc></url></urlset>')).toBeUndefined();
});
