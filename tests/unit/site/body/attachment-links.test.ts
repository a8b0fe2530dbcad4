import { expect, test } from 'vitest';
import { attachmentLinks } from '#site/body/attachment-links.ts';

test.each([
  [12, '1 KB'],
  [640_400, '640 KB'],
  [999_400, '999 KB'],
  [1_000_000, '1,0 MB'],
  [5_243_000, '5,2 MB'],
])('the size of a file of %s bytes is shown as %s', (bytes, size) => {
  const files = [{ file: '/x/toàn văn.pdf', title: 'Toàn văn', bytes }];
  expect(attachmentLinks('/van-ban/x/', files, (to) => `/kho${to}`)).toEqual([
    { text: 'Toàn văn', href: '/kho/van-ban/x/to%C3%A0n%20v%C4%83n.pdf', type: 'PDF', size },
  ]);
});
