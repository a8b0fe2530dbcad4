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

const table = responseHeaders(contentSecurityPolicy(['a{}', 'b{}'], 'f()', 'c{}'), { noindex: true });

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

test('a feed has its own media type, at every depth of a list', () => {
  const type = (path: string) => new Map(headersFor(table, path)).get('Content-Type');
  for (const list of ['/', '/tin-tuc/', '/the/lua/', '/luu-tru/2026/11/']) {
    expect(type(`${list}feed.xml`)).toBe('application/rss+xml; charset=utf-8');
    expect(type(`${list}atom.xml`)).toBe('application/atom+xml; charset=utf-8');
    expect(type(`${list}feed.json`)).toBe('application/feed+json; charset=utf-8');
  }
  expect(type('/bai-viet/a/')).toBeUndefined();
  expect(type('/sitemap.xml')).toBeUndefined();
});

test('the header, which drawings have too, allows their style; the policy of a page does not', () => {
  const directives = contentSecurityPolicy(['a{}', 'b{}'], 'f()', 'c{}');
  const hash = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const styles = (where: 'header' | 'meta') => /style-src ([^;]*)/.exec(policyText(directives, where))?.[1];
  expect(styles('header')).toBe(`${hash('a{}')} ${hash('b{}')} ${hash('c{}')}`);
  expect(styles('meta')).toBe(`${hash('a{}')} ${hash('b{}')}`);
});

test('the policy allows no script but the files of the site and one inline script, and nothing that is not named', () => {
  const hash = `'sha256-${createHash('sha256').update('f()').digest('base64')}'`;
  const policy = new Map(contentSecurityPolicy(['a{}'], 'f()').map(([name, sources]) => [name, sources]));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe(`'self' ${hash}`);
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:(?!\/\/www\.google\.com)/);
});

test('every response has the headers that protect readers; drafts may not be embedded elsewhere', () => {
  const headersOf = (preview: boolean) =>
    new Map(headersFor(responseHeaders(contentSecurityPolicy([], ''), { noindex: false, preview }), '/'));
  expect(Object.fromEntries(headersOf(false))).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Strict-Transport-Security': 'max-age=31536000',
  });
  expect(headersOf(true).get('Cross-Origin-Resource-Policy')).toBe('same-origin');
});
