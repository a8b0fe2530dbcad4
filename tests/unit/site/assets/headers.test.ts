import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  formatHeadersFile,
  headersFor,
  parseHeadersFile,
  policyText,
  responseHeaders,
} from '#site/assets/headers.ts';

const table = responseHeaders(contentSecurityPolicy({ page: 'a{}', home: 'b{}' }, 'f()', 'c{}'), { noindex: true });

test('a _headers file is parsed into the table it was written from', () => {
  expect(parseHeadersFile(formatHeadersFile(table))).toEqual(table);
});

test('a path has the headers of every pattern it matches, and no others', () => {
  const cacheControl = (path: string) => new Map(headersFor(table, path)).get('Cache-Control');
  expect(cacheControl('/hinh-anh/a.avif')).toBe('public, max-age=31536000, immutable');
  expect(cacheControl('/hinh-anh')).toBeUndefined();
  expect(new Map(headersFor(table, '/hinh-anh/a.avif')).get('X-Frame-Options')).toBe('DENY');
  expect(headersFor([{ path: '/a', headers: [['X', '1']] }], '/a/b')).toEqual([]);
});

test('the header, which drawings have too, allows their style; the policy of pages only their own', () => {
  const directives = contentSecurityPolicy({ page: 'a{}', home: 'b{}' }, 'f()', 'c{}');
  const hash = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const styles = (where: 'header' | 'meta') => /style-src ([^;]*)/.exec(policyText(directives, where))?.[1];
  expect(styles('header')).toBe(`${hash('a{}')} ${hash('b{}')} ${hash('c{}')}`);
  expect(styles('meta')).toBe(`${hash('a{}')} ${hash('b{}')}`);
});
