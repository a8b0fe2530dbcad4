import { expect, test } from 'vitest';
import { sourceWords } from '#bench/foreign/source-words.ts';

const textOf = (markdown: string) =>
  sourceWords(markdown)
    .map(({ text }) => text)
    .join(' ');

test.each([
  ['**Đậm**, *nghiêng* và `mã <b>`', 'Đậm nghiêng và mã b'],
  ['[chữ](https://a.vn/b_(c) "Tên") ![mô tả](anh.png)', 'chữ Tên mô tả'],
  ['Xem https://a.vn/bai?id=1, hoặc <https://b.vn>.', 'Xem hoặc'],
  ['[1]: https://a.vn "Tên"', 'Tên'],
  ['Chữ<!-- ghi\nchú --> tiếp', 'Chữ tiếp'],
  ['<p class="x">Một<br/>hai</p> <tên tệp>', 'Một hai tên tệp'],
  ['1.Một\n1.5 triệu', 'Một 1 5 triệu'],
  ['1. một\n2) hai\n- [x] ba\n> [!note] bốn', 'một hai ba bốn'],
  ['```js\nlet a = "<b>"\n```\nsau', 'let a b sau'],
  ['``` Việc này xong.\nmã', 'Việc này xong mã'],
  ['``` js title="a"\nmã\n```', 'mã'],
  ['- a\n    ```js\n    một\n\n    hai\n    ```\n- b', 'a một hai b'],
  ['```a``` b', 'a b'],
  ['mã `một\n- hai` ba', 'mã một hai ba'],
  ['[chữ][1], [khác][2]\n\n[1]: https://a.vn', 'chữ khác 2'],
  ['[`mã`](b.md) `&amp;`', 'mã amp'],
  ['Sản lượng[^1]\n\n[^1]: Theo báo cáo', 'Sản lượng Theo báo cáo'],
  ['Vi&ecirc;n&nbsp;chức &amp; Sở', 'Viên chức Sở'],
  ['Tie\u0302\u0301ng', 'Tiếng'],
  ['## Đề mục {#de-muc .x}', 'Đề mục'],
  ['[[trang|chữ]] và [[trang khác]] ![[anh.png|600]]', 'chữ và trang khác'],
  ['Phòng 3*4*5, H<sub>2</sub>O, tên\\_tệp', 'Phòng 3 4 5 H 2 O tên tệp'],
  ['| a | b |\n|---|---|\n| c | d | e |', 'a b c d e'],
])('the words that readers must see: %j', (markdown, expected) => {
  expect(textOf(markdown)).toBe(expected);
});

test('every word knows its line', () => {
  expect(sourceWords('một\n\n<!--\n-->hai', 10)).toEqual([
    { text: 'một', line: 10 },
    { text: 'hai', line: 13 },
  ]);
});
