import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childSitemapNames, countedPath, parseSitemapPaths } from '#counter/core/counted-path.ts';

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
])('%s is normalized to %s', (text, path) => expect(countedPath(text)).toBe(path));

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
])('%j is not a valid path', (text) => expect(countedPath(text)).toBeUndefined());

test('normalizing a normalized path does not change it', () => {
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

test('all paths are read from a sitemap, whatever its whitespace and escaping, each once and normalized', () => {
  const paths = parseSitemapPaths(`<?xml version="1.0"?><urlset>
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

test('a reference to a character beyond Unicode is text, and stops no list', () => {
  const sitemap =
    '<urlset><url><loc>https://example.org/a&#1114112;/</loc></url><url><loc>https://example.org/b/</loc></url>';
  expect(parseSitemapPaths(sitemap)).toContain('/b/');
});

test('a file that is not a sitemap has no paths', () => expect(parseSitemapPaths('<html></html>').size).toBe(0));

test('the child sitemaps of an index are given by file name; a sitemap of pages has none', () => {
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://example.org/kho/sitemap-1.xml</loc></sitemap>
    <sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap></sitemapindex>`;
  expect(childSitemapNames(index)).toEqual(['sitemap-1.xml', 'sitemap-2.xml']);
  expect(childSitemapNames('<urlset><url><loc>https://example.org/a/</loc></url></urlset>')).toBeUndefined();
});
