import { expect, test } from 'vitest';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

async function findingsOf(text: string): Promise<string[]> {
  const found = await checkFolder(contentFolder({ [file]: `${validArticle}\n${text}\n` }));
  return found.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

const link = '<a href="https://example.org/x">xem thêm</a>';

test.each([
  ['display', `<div style="display:none">${link}</div>`],
  ['display, after other styles', `<div style="color: red; DISPLAY : none !important">${link} ${link}</div>`],
  ['visibility', `<p style="visibility:hidden">${link}</p>`],
  ['size', `<div style="font-size:0px">${link}</div>`],
  ['place', `<div style="position:absolute; left:-9999px">${link}</div>`],
  ['indent', `<div style="text-indent: -5000px">${link}</div>`],
  ['opacity', `<div style="opacity:0">${link}</div>`],
  ['an empty box', `<div style="height:0;overflow:hidden">${link}</div>`],
  ['white on white', `<div><a style="color:#fff" href="https://example.org/">nhà tài trợ</a></div>`],
  ['its own background', `<div style="background:#eee"><a style="color: #EEE" href="//example.org">x</a></div>`],
  ['the attribute hidden', `<div hidden>${link}</div>`],
  ['a scrolling box of one pixel', `<marquee height="1" width="2">${link}</marquee>`],
  ['no text', '<div><a href="https://example.org/"></a></div>'],
  ['an unseen text', '<div><a href="https://example.org/"><b>&nbsp;&#8203;</b></a></div>'],
  ['Markdown in hidden HTML', '<div style="display:none">\n\n[xem thêm](https://example.org/)\n\n</div>'],
])('a link to another site that is hidden by %s is one error', async (_, html) => {
  const found = await findingsOf(html);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^12:\d+ lien-ket-giau$/);
});

test.each(['[](https://example.org/)', '[ ](https://example.org/)', '[**&#8203;**](https://example.org/a)'])(
  'a Markdown link without text is hidden: %s',
  async (text) => {
    expect(await findingsOf(`Xem ${text} ví dụ.`)).toEqual(['12:5 lien-ket-giau']);
  },
);

test.each([
  ['a picture', '[![Đại biểu biểu quyết](https://example.org/a.jpg)](https://example.org/)'],
  [
    'white on a dark background',
    `<div style="background:#003"><a style="color:#fff" href="https://example.org/">x</a></div>`,
  ],
  ['code', '[`ex.dat`](https://example.org/) và <span>[`a` ](https://example.org/)</span>'],
  ['a picture in HTML', '[<img src="a.jpg">](https://example.org/)'],
  ['white in a box of its class', '<a class="label" style="color:white" href="https://example.org/">x</a>'],
  ['an anchor of Word', '<div><a name="_Toc1"></a><p style="display:none">ghi chú</p></div>'],
  ['an empty link within the page', 'Mục [](#muc-mot) một.'],
  [
    'hidden HTML that is shown as code',
    '`<div style="display:none">[a](https://example.org/)</div>` và [b](https://example.org/)',
  ],
  ['an address after hidden text', '<span style="display:none">ghi chú</span> <https://example.org/>'],
])('%s is no hidden link', async (_, text) => {
  expect((await findingsOf(text)).filter((found) => found.includes('lien-ket-giau'))).toEqual([]);
});
