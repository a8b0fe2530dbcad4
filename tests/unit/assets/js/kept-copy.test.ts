import { expect, test } from 'vitest';
import { type Kept, keptCopy, keptFacts } from '../../../../assets/js/kept-copy.ts';

test('a cached response has its time and size in headers, and the body and other headers of the original', async () => {
  const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'X-Frame-Options': 'DENY' };
  const copy = await keptCopy(new Response('Thái Bình', { headers }), 1234);
  expect(keptFacts('a', copy)).toEqual({ url: 'a', at: 1234, bytes: 11 } satisfies Kept);
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
  await expect(keptCopy(new Response(broken), 1)).rejects.toThrow('network');
});
