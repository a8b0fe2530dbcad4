import { expect, test } from 'vitest';
import { renderBody } from '#site/markdown/render-body.ts';

function rendered(body: string): string {
  const { lead, rest } = renderBody(body, {
    link: (href) => href,
    picture: ({ alt, caption }) => `[${alt}|${caption}]`,
    pictureBlock: () => '',
    leadFromBody: false,
  });
  return (lead + rest).replaceAll('\u00A0', '_').replaceAll('\u2060', '^').trim();
}

test.each([
  ['Cuộc thi "Người làm **khoa học**".', '<p>Cuộc thi “Người làm <strong>khoa học</strong>”.</p>'],
  ['**"Khoa học"** và *"Quê tôi*"', '<p><strong>“Khoa học”</strong> và <em>“Quê tôi</em>”</p>'],
  ['Bài ["Quê tôi](/a/)"', '<p>Bài <a href="/a/">“Quê tôi</a>”</p>'],
  ['dòng "một\nhai"', '<p>dòng “một\nhai”</p>'],
  ['ngày **20/6** và 52\n*người*', '<p>ngày_<strong>20/6</strong> và 52\n<em>người</em></p>'],
  ['giai đoạn 2018 -2023', '<p>giai đoạn 2018_-^2023</p>'],
  ['## Từ "2018 - 2023"', '<h2 id="muc-tu-2018-2023">Từ “2018_-^_2023”</h2>'],
  ['![ảnh "a"](a.jpg "Ảnh \\"năm 2018\\"")', '[ảnh "a"|Ảnh “năm 2018”]'],
])('quotes and dates of a body are set across emphasis and links: %s', (body, expected) =>
  expect(rendered(body)).toBe(expected),
);

test.each([
  ['Lệnh `echo "ngày 5"`', '<p>Lệnh <code>echo &quot;ngày 5&quot;</code></p>'],
  ['    a = "5 kg"', '<pre><code>a = &quot;5 kg&quot;\n</code></pre>'],
  ['<kbd>"a" 5 kg</kbd>', '<p><kbd>"a" 5 kg</kbd></p>'],
  [
    "<https://example.org/?a='b'c'd>",
    "<p><a href=\"https://example.org/?a='b'c'd\" class=\"address\">https://example.org/?a='b'c'd</a></p>",
  ],
])('code and addresses stay as written: %s', (body, expected) => expect(rendered(body)).toBe(expected));
