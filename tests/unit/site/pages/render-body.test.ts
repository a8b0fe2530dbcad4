import { expect, test } from 'vitest';
import { renderBody } from '#site/pages/render-body.ts';
import { inspectBody } from '#site/read/inspect-body.ts';

function rest(body: string): string {
  return renderBody(body, {
    link: (href) => href,
    picture: ({ src }) => `<img src="${src}" alt="">`,
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
  const parts = renderBody('Lời *dẫn*.\n\nThân bài.', { link: (href) => href, picture: () => '', leadFromBody: true });
  expect(parts).toMatchObject({ lead: 'Lời <em>dẫn</em>.', rest: '<p>Thân bài.</p>\n' });
});

test('no text reaches an inline style, which the policy forbids', () =>
  expect(rest('|a|b|\n|:-:|--:|\n|1|2|')).not.toContain('style='));

test('the parts of a body are its headings of the second level, in plain text and by the ids they have', () => {
  const body = '## Một **đậm**\n\n### Nhỏ\n\n## Hai\n\n> ## Trích\n\n## Hai';
  const { parts, rest } = renderBody(body, { link: (href) => href, picture: () => '', leadFromBody: false });
  expect(parts).toEqual([
    { id: 'muc-mot-dam', text: 'Một đậm' },
    { id: 'muc-hai', text: 'Hai' },
    { id: 'muc-hai-2', text: 'Hai' },
  ]);
  for (const { id } of parts) expect(rest).toContain(`<h2 id="${id}">`);
});
