import { expect, test } from 'vitest';
import { pageWeight } from '#bench/build/page-weight.ts';

function weigh(html: string) {
  return pageWeight(html, 'https://example.org/bai/');
}

test.each([
  ['<link rel="stylesheet" href="/a.css">', 1],
  ['<script src="/a.js"></script>', 1],
  ['<script src="/a.js" type="module"></script>', 0],
  ['<script src="/a.js" defer></script><script src="/b.js" async></script>', 0],
  ['<script>let a;</script><style>p{}</style>', 0],
])('render-blocking requests are counted: %s', (html, blocking) => {
  expect(weigh(html).blocking).toBe(blocking);
});

test.each([
  ['<img src="https://example.com/a.png">', 1],
  ['<img src="/a.png" srcset="https://example.com/a.png 1x, /b.png 2x">', 1],
  ['<link rel="preconnect" href="//example.com">', 1],
  ['<video poster="https://example.com/a.jpg"></video><iframe src="https://example.net/"></iframe>', 2],
  ['<img src="https://example.org/a.png"><img src="data:image/png;base64,AA=="><script src="a.js"></script>', 0],
  ['<a href="https://example.com/">xem</a><link rel="canonical" href="https://example.com/">', 0],
])('requests to other origins without interaction are counted: %s', (html, thirdParty) => {
  expect(weigh(html).thirdParty).toBe(thirdParty);
});

test('the weight of a page is its size in Brotli', () => {
  expect(weigh('<p>chào</p>'.repeat(500)).bytes).toBeLessThan(100);
});
