import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedEncodings } from '#server/accepted-encodings.ts';
import { encodePath, parseRequestTarget } from '#server/parse-request-target.ts';
import { supportedRange } from '#server/supported-range.ts';

test.each([
  ['/', { path: '/', query: '' }],
  ['/bai-viet/x/?a=1?b', { path: '/bai-viet/x/', query: '?a=1?b' }],
  ['/b%C3%A0i/', { path: '/bài/', query: '' }],
  ['/%', undefined],
  ['/%FF', undefined],
  ['*', undefined],
  ['x', undefined],
  ['/a b', undefined],
])('the request target %s is parsed as %o', (target, expected) => {
  expect(parseRequestTarget(target)).toEqual(expected);
});

test.each([
  '/..',
  '/a/../b',
  '/%2e%2e/b',
  '/..%2fb',
  '/a%5c..%5cb',
  '/a\\b',
  '/a%00',
  '/.git/config',
  '/a/.env',
  '//evil.example/..',
  '//evil.example/',
  '/a//b',
])('no file can have the path %s', (target) => {
  expect(parseRequestTarget(target)?.path).toBeUndefined();
});

test('for any request target the path stays below its folder and refers to no other host', () => {
  const piece = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    '%',
    'a',
    '%C3%A0',
    '?',
    '#',
    '@',
    ':',
    '%00',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = parseRequestTarget(`/${pieces.join('')}`)?.path;
      if (path === undefined) return;
      expect(path).not.toMatch(/^\/[/\\]|(^|\/)\.|\\|\0/);
      const location = new URL(encodePath(path), 'http://site.example/');
      expect(location.host).toBe('site.example');
      expect(decodeURIComponent(location.pathname)).toBe(path);
    }),
  );
});

test.each([
  [undefined, []],
  ['gzip, deflate, br, zstd', ['br', 'gzip']],
  ['br;q=0, gzip;q=0.5', ['gzip']],
  ['BR ; Q=1', ['br']],
  ['*', ['br', 'gzip']],
  ['*;q=0, gzip', ['gzip']],
  ['identity', []],
  ['brown, xgzip', []],
])('the Accept-Encoding %s accepts %o', (header, encodings) => {
  expect(acceptedEncodings(header)).toEqual(encodings);
});

test.each([
  ['bytes=5-', true],
  ['bytes=5-9', true],
  ['bytes=0-0', false],
  ['bytes=-5', false],
  ['bytes=9-5', false],
  ['bytes=0-1,4-5', false],
  ['bytes=0-9999999999999999', false],
  ['lines=1-2', false],
])('the range %s gets a partial response: %s', (header, isSupported) => {
  expect(supportedRange(header)).toBe(isSupported ? header : undefined);
});
