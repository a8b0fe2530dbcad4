import { expect, test } from 'vitest';
import { renderBody } from '#site/pages/render-body.ts';
import { inspectBody } from '#site/read/inspect-body.ts';

function rest(body: string): string {
  return renderBody(body, {
    link: (href) => href,
    picture: ({ src }) => `<img src="${src}" alt="">`,
    pictureBlock: ({ name, argument }, mentions) =>
      `<p>${[name, argument, ...mentions.map(({ src }) => src)].join(' ')}</p>`,
    leadFromBody: false,
  }).rest;
}

test.each([
  ['<script>alert(1)</script>', 'thẻ <script>'],
  ['<p onclick="x()">a</p>', 'thuộc tính onclick'],
  ['a <img src=x onerror=alert(1)> b', 'thẻ <img>'],
  ['<svg onload=alert(1)><a href="javascript:x">x</a></svg>', 'thẻ <svg>'],
  ['<iframe src="https://example.org"></iframe>', 'thẻ <iframe>'],
])('%s is harmless in print, and reported', (body, what) => {
  expect(rest(`Một đoạn.\n\n${body}`)).not.toMatch(/<script|<svg|<iframe|onclick|onerror|onload|href="javascript/i);
  const { faults } = inspectBody(`Một đoạn.\n\n${body}`);
  expect(faults[0]?.line).toBe(3);
  expect(faults.map(({ message }) => message).join()).toContain(what);
});

test('a javascript: link is never a link', () => {
  expect(rest('[x](javascript:alert(1))')).not.toContain('href');
  expect(inspectBody('[x](javascript:alert(1))').faults).toHaveLength(1);
});

test('{{ }} and {% %} are printed as written', () =>
  expect(rest('{{ title }} {% include x %} {{constructor}}')).toBe(
    '<p>{{ title }} {% include x %} {{constructor}}</p>\n',
  ));

test('allowed HTML stays', () => expect(rest('m<sup>2</sup>')).toBe('<p>m<sup>2</sup></p>\n'));

test('the first paragraph becomes the lead and is not printed again', () => {
  const parts = renderBody('Lời *dẫn*.\n\nThân bài.', {
    link: (href) => href,
    picture: () => '',
    pictureBlock: () => '',
    leadFromBody: true,
  });
  expect(parts).toEqual({ lead: 'Lời <em>dẫn</em>.', rest: '<p>Thân bài.</p>\n' });
});

test('no text reaches an inline style, which the policy forbids', () =>
  expect(rest('|a|b|\n|:-:|--:|\n|1|2|')).not.toContain('style='));

test.each([
  [
    '::: gallery\n![a](a.jpg)\n\n![b](b.jpg) ![c](c.jpg)\n:::\n\nSau.',
    '<p>gallery  a.jpg b.jpg c.jpg</p>\n<p>Sau.</p>\n',
  ],
  [
    'Trước.\n:::video https://example.org/x\n![a](a.jpg)\n:::',
    '<p>Trước.</p>\n<p>video https://example.org/x a.jpg</p>\n',
  ],
  [
    '- Mục\n\n  ::: gallery\n  ![a](a.jpg)\n\n  ![b](b.jpg)\n  :::\n- Mục',
    /<li>\n<p>Mục<\/p>\n<p>gallery {2}a.jpg b.jpg<\/p>\n<\/li>/,
  ],
  ['```\n::: gallery\n```', '<pre><code>::: gallery\n</code></pre>\n'],
])('a picture block is its pictures, wherever a paragraph may stand: %j', (body, expected) => {
  expect(rest(body)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});
