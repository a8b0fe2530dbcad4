import { expect, test } from 'vitest';
import { referencedFiles } from '#desk/saving/referenced-files.ts';

test('the files that an item names are taken to be in the folder with its name', () => {
  const text = `---
title: Tin
cover: "anh bia.webp"
attachments:
  - file: ke-hoach.pdf
---

![Đại biểu](anh-1.webp "Ảnh: BTT") và [kế hoạch](k%E1%BA%BF-ho%E1%BA%A1ch.pdf), ![Hai](<anh 2.jpg>)

::: video phim.mp4
![Cảnh đầu](canh.jpg)
:::

Xem [phụ lục][1] và [trang hai](bao-cao.pdf#page=2).

[1]: phu-luc.xlsx
`;
  const found = Object.keys(referencedFiles('content/articles/2026/tin.md', text));
  expect(found).toEqual(
    expect.arrayContaining(
      [
        ...['anh-1.webp', 'kế-hoạch.pdf', 'anh 2.jpg', 'canh.jpg', 'bao-cao.pdf', 'phu-luc.xlsx', 'phim.mp4'],
        ...['anh bia.webp', 'ke-hoach.pdf'],
      ].map((name) => `content/articles/2026/tin/${name}`),
    ),
  );
});

test('an address that is encoded wrongly names a file as it is written', () => {
  expect(referencedFiles('content/events/a.md', '[tệp](100%.pdf)')).toEqual({ 'content/events/a/100%.pdf': 0 });
});
