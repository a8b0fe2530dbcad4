import { describe, expect, test } from 'vitest';
import { cacheUrl, isCacheable, requestKind } from '../../../../assets/js/is-cacheable.ts';

const scope = 'https://example.org/hoi/';
const request = (path: string, init: Partial<Request> = {}) => ({
  method: 'GET',
  url: `https://example.org${path}`,
  mode: 'cors' as RequestMode,
  headers: new Headers(),
  ...init,
});
const response = (type: string, init: Partial<Response> = {}, headers = {}) => ({
  status: 200,
  type: 'basic' as ResponseType,
  redirected: false,
  headers: new Headers({ 'Content-Type': type, ...headers }),
  ...init,
});

describe('the worker handles requests', () => {
  test.each(['/hoi/trang.js', '/hoi/doc-bai.js?1', '/hoi/chu/a.woff2', '/hoi/hinh-anh/a-480.avif', '/hoi/a.svg'])(
    'for scripts, fonts and pictures: %s',
    (path) => expect(requestKind(request(path), scope)).toBe('file'),
  );

  test('for pages, whatever their query', () => {
    for (const path of ['/hoi/', '/hoi/bai-viet/a/', '/hoi/?q=dat', '/hoi/tep.pdf'])
      expect(requestKind(request(path, { mode: 'navigate' }), scope)).toBe('page');
  });

  test.each(['/hoi/feed.xml', '/hoi/feed.json', '/hoi/tim-kiem/muc-luc/a.bin', '/hoi/build.json', '/hoi/phim.mp4'])(
    'not for %s',
    (path) => expect(requestKind(request(path), scope)).toBeUndefined(),
  );

  test('not for POST, a range of a file, the counter, another site of the host or another host', () => {
    expect(requestKind(request('/hoi/', { mode: 'navigate', method: 'POST' }), scope)).toBeUndefined();
    expect(requestKind(request('/hoi/a.png', { headers: new Headers({ Range: 'bytes=0-' }) }), scope)).toBeUndefined();
    expect(requestKind(request('/api/count/v1/a.js'), 'https://example.org/')).toBeUndefined();
    expect(requestKind(request('/khac/', { mode: 'navigate' }), scope)).toBeUndefined();
    expect(requestKind(request('', { url: 'https://example.com/hoi/a.js' }), scope)).toBeUndefined();
  });
});

describe('a response is cached', () => {
  test('when it is complete, same-origin and of the requested kind', () => {
    expect(isCacheable('page', response('text/html; charset=utf-8'))).toBe(true);
    expect(isCacheable('file', response('text/javascript'))).toBe(true);
  });

  test.each([
    ['not found', { status: 404 }],
    ['a server error', { status: 503 }],
    ['partial', { status: 206 }],
    ['cross-origin', { type: 'cors' as const }],
    ['cross-origin and opaque', { type: 'opaque' as const, status: 0 }],
    ['redirected', { redirected: true }],
    ['a redirect', { type: 'opaqueredirect' as const, status: 0 }],
  ])('not when it is %s', (_, init) => {
    expect(isCacheable('page', response('text/html', init))).toBe(false);
    expect(isCacheable('file', response('text/javascript', init))).toBe(false);
  });

  test('not with no-store, nor when it is a page instead of a file or a file instead of a page', () => {
    expect(isCacheable('page', response('text/html', {}, { 'Cache-Control': 'private, no-store' }))).toBe(false);
    expect(isCacheable('file', response('text/html'))).toBe(false);
    expect(isCacheable('page', response('application/pdf'))).toBe(false);
  });
});

test('the URL of a cached response does not contain what a reader typed', () => {
  expect(cacheUrl('https://example.org/tim-kiem/?q=viem+gan#q=viem')).toBe('https://example.org/tim-kiem/');
});
