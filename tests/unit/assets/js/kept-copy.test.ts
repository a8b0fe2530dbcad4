import { expect, test } from 'vitest';
import { keptCopy, keptFacts } from '../../../../assets/js/kept-copy.ts';

test('a kept answer knows when it was kept and how large it is, and is what was answered', async () => {
  const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'X-Frame-Options': 'DENY' };
  const copy = await keptCopy(new Response('Thái Bình', { headers }), 1234);
  expect(keptFacts('a', copy)).toEqual({ url: 'a', at: 1234, bytes: 11 });
  expect(copy.headers.get('content-type')).toBe('text/html');
  expect(copy.headers.get('x-frame-options')).toBe('DENY');
  expect(copy.headers.has('content-encoding')).toBe(false);
  expect(await copy.text()).toBe('Thái Bình');
});

test('an answer that breaks off is not kept', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('<p>Nửa'));
      controller.error(new TypeError('network'));
    },
  });
  await expect(keptCopy(new Response(broken), 1)).rejects.toThrow('network');
});
