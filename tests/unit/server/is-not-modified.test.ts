import { expect, test } from 'vitest';
import { isNotModified } from '#server/is-not-modified.ts';

const [etag, modified] = ['W/"120-1"', new Date('2026-11-23T08:00:00.500Z')];
const date = 'Mon, 23 Nov 2026 08:00:00 GMT';

test.each([
  [{ 'if-none-match': 'W/"120-1"' }, true],
  [{ 'if-none-match': '"120-1"' }, true],
  [{ 'if-none-match': '"x, y" , W/"120-1", "z"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"120-2"' }, false],
  [{ 'if-none-match': '"120-2"', 'if-modified-since': date }, false],
  [{ 'if-modified-since': date }, true],
  [{ 'if-modified-since': 'Mon, 23 Nov 2026 08:00:01 GMT' }, true],
  [{ 'if-modified-since': 'Mon, 23 Nov 2026 07:59:59 GMT' }, false],
  [{ 'if-modified-since': 'hôm qua' }, false],
  [{}, false],
])('a request with %j has the version: %s', (headers, expected) => {
  expect(isNotModified(headers, etag, modified)).toBe(expected);
});
