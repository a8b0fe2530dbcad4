import { expect, test } from 'vitest';
import { type CacheEntry, cacheableCopy, readCacheEntry } from '../../../../assets/js/cacheable-copy.ts';

test('a cached response has its time and size in headers, and the body and other headers of the original', async () => {
  const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'X-Frame-Options': 'DENY' };
  const copy = await cacheableCopy(new Response('Thái Bình', { headers }), 1234);
  expect(readCacheEntry('a', copy)).toEqual({ url: 'a', cachedAt: 1234, bytes: 11 } satisfies CacheEntry);
  expect(copy.headers.get('content-type')).toBe('text/html');
  expect(copy.headers.get('x-frame-options')).toBe('DENY');
  expect(copy.headers.has('content-encoding')).toBe(false);
  expect(await copy.text()).toBe('Thái Bình');
});

test('a response that breaks off is not cached', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('<p>Nửa'));
      controller.error(new TypeError('network'));
    },
  });
  await expect(cacheableCopy(new Response(broken), 1)).rejects.toThrow('network');
});
