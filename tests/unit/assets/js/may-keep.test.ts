import { describe, expect, test } from 'vitest';
import { keyOf, kindOf, mayKeep } from '../../../../assets/js/may-keep.ts';

const scope = 'https://example.org/hoi/';
const asked = (path: string, more: Partial<Request> = {}) => ({
  method: 'GET',
  url: `https://example.org${path}`,
  mode: 'cors' as RequestMode,
  headers: new Headers(),
  ...more,
});
const answered = (type: string, more: Partial<Response> = {}, headers = {}) => ({
  status: 200,
  type: 'basic' as ResponseType,
  redirected: false,
  headers: new Headers({ 'Content-Type': type, ...headers }),
  ...more,
});

describe('the worker answers', () => {
  test.each(['/hoi/trang.js', '/hoi/doc-bai.js?1', '/hoi/chu/a.woff2', '/hoi/hinh-anh/a-480.avif', '/hoi/a.svg'])(
    'for scripts, fonts and pictures: %s',
    (path) => expect(kindOf(asked(path), scope)).toBe('file'),
  );

  test('for pages, whatever their query', () => {
    for (const path of ['/hoi/', '/hoi/bai-viet/a/', '/hoi/?q=dat', '/hoi/tep.pdf'])
      expect(kindOf(asked(path, { mode: 'navigate' }), scope)).toBe('page');
  });

  test.each(['/hoi/feed.xml', '/hoi/feed.json', '/hoi/tim-kiem/muc-luc/a.bin', '/hoi/build.json', '/hoi/phim.mp4'])(
    'not for %s',
    (path) => expect(kindOf(asked(path), scope)).toBeUndefined(),
  );

  test('not for what is sent, a part of a file, the counter, another site of the host or another host', () => {
    expect(kindOf(asked('/hoi/', { mode: 'navigate', method: 'POST' }), scope)).toBeUndefined();
    expect(kindOf(asked('/hoi/a.png', { headers: new Headers({ Range: 'bytes=0-' }) }), scope)).toBeUndefined();
    expect(kindOf(asked('/api/count/v1/a.js'), 'https://example.org/')).toBeUndefined();
    expect(kindOf(asked('/khac/', { mode: 'navigate' }), scope)).toBeUndefined();
    expect(kindOf(asked('', { url: 'https://example.com/hoi/a.js' }), scope)).toBeUndefined();
  });
});

describe('an answer is kept', () => {
  test('when it is whole, from the site itself, and what was asked for', () => {
    expect(mayKeep('page', answered('text/html; charset=utf-8'))).toBe(true);
    expect(mayKeep('file', answered('text/javascript'))).toBe(true);
  });

  test.each([
    ['not there', { status: 404 }],
    ['a fault of the server', { status: 503 }],
    ['a part', { status: 206 }],
    ['of another host', { type: 'cors' as const }],
    ['of another host, unseen', { type: 'opaque' as const, status: 0 }],
    ['from where the reader was sent on to', { redirected: true }],
    ['a redirect', { type: 'opaqueredirect' as const, status: 0 }],
  ])('not when it is %s', (_, more) => {
    expect(mayKeep('page', answered('text/html', more))).toBe(false);
    expect(mayKeep('file', answered('text/javascript', more))).toBe(false);
  });

  test('not when it must not be stored, nor when a page stands for a file or a file for a page', () => {
    expect(mayKeep('page', answered('text/html', {}, { 'Cache-Control': 'private, no-store' }))).toBe(false);
    expect(mayKeep('file', answered('text/html'))).toBe(false);
    expect(mayKeep('page', answered('application/pdf'))).toBe(false);
  });
});

test('what a reader typed is no part of what is kept', () => {
  expect(keyOf('https://example.org/tim-kiem/?q=viem+gan#q=viem')).toBe('https://example.org/tim-kiem/');
});
