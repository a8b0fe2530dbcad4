import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBody } from '#site/markdown/render-body.ts';
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
])('%s is rendered harmless, and reported', (body, what) => {
  expect(rest(`Một đoạn.\n\n${body}`)).not.toMatch(/<script|<svg|<iframe|onclick|onerror|onload|href="javascript/i);
  const { findings } = inspectBody(`Một đoạn.\n\n${body}`);
  expect(findings[0]?.line).toBe(3);
  expect(findings.map(({ wrong }) => wrong).join()).toContain(what);
});

test('a javascript: link is never a link', () => {
  expect(rest('[x](javascript:alert(1))')).not.toContain('href');
  expect(inspectBody('[x](javascript:alert(1))').findings).toHaveLength(1);
});

test('{{ }} and {% %} are rendered as written', () =>
  expect(rest('{{ title }} {% include x %} {{constructor}}')).toBe(
    '<p>{{ title }} {% include x %} {{constructor}}</p>\n',
  ));

test('allowed HTML is kept', () => expect(rest('m<sup>2</sup>')).toBe('<p>m<sup>2</sup></p>\n'));

test('the first paragraph becomes the lead and is not repeated', () => {
  const parts = renderBody('Lời *dẫn*.\n\nThân bài.', {
    link: (href) => href,
    picture: () => '',
    pictureBlock: () => '',
    leadFromBody: true,
  });
  expect(parts).toMatchObject({ lead: 'Lời <em>dẫn</em>.', rest: '<p>Thân bài.</p>\n' });
});

test('no inline style is rendered, as the Content-Security-Policy forbids it', () =>
  expect(rest('|a|b|\n|:-:|--:|\n|1|2|')).not.toContain('style='));

test('the parts of a body are its top-level headings of level 2, as plain text with their ids', () => {
  const body = '## Một **đậm**\n\n### Nhỏ\n\n## Hai\n\n> ## Trích\n\n## Hai';
  const { parts, rest } = renderBody(body, {
    link: (href) => href,
    picture: () => '',
    pictureBlock: () => '',
    leadFromBody: false,
  });
  expect(parts).toEqual([
    { id: 'muc-mot-dam', text: 'Một đậm' },
    { id: 'muc-hai', text: 'Hai' },
    { id: 'muc-hai-2', text: 'Hai' },
  ]);
  for (const { id } of parts) expect(rest).toContain(`<h2 id="${id}">`);
});

const withNotes = 'Báo cáo[^a] và lại[^a], số liệu[^2].\n\n[^2]: Theo sở.\n[^a]: Năm **2018**.';

test('notes are numbered in order of first reference, and link back to every reference', () => {
  const html = rest(withNotes);
  expect(html).toContain('Báo cáo<sup><a href="#chu-thich-1" id="nhac-chu-thich-1" ');
  expect(html).toContain('và lại<sup><a href="#chu-thich-1" id="nhac-chu-thich-1-2" ');
  expect(html).toContain('số liệu<sup><a href="#chu-thich-2" id="nhac-chu-thich-2" ');
  expect(html).toMatch(
    /<section class="notes" aria-label="Chú thích"><ol>\n<li id="chu-thich-1"><p>Năm\u00A0<strong>2018<\/strong>\. <a href="#nhac-chu-thich-1" .*?<a href="#nhac-chu-thich-1-2" .*\n<li id="chu-thich-2"><p>Theo sở\./s,
  );
});

test('HTML in the body does not change notes, and no heading has the id of a note', () => {
  const html = rest(`${withNotes}\n\n## Chú thích 1\n\nm<sup>2</sup>`);
  expect(html).toContain('id="nhac-chu-thich-1-2" class="note-link" aria-label="Chú thích 1">[1]</a>');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
});

test('in a feed, the number of a note links to the page of the article, and the note has no link back', () => {
  const { rest: html } = renderBody(withNotes, {
    link: (href) => `https://example.org/bai-viet/a/${href}`,
    picture: () => '',
    pictureBlock: () => '',
    leadFromBody: false,
  });
  expect(html).toContain('<a href="https://example.org/bai-viet/a/#chu-thich-1" ');
  expect(html).toContain('<p>Theo sở.</p>');
  expect(html).not.toContain('Về chỗ nhắc');
});

test('every word of a body with notes is rendered once, or the body is rejected', () => {
  const marks = fc.constantFrom(
    '[^a]',
    '[^b]',
    '\n\n[^a]: ',
    '\n\n[^b]: ',
    '\n[^a]: ',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '    ',
    ' ',
  );
  let rendered = 0;
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 12 }), (parts) => {
      const body = `mốc${parts.map((mark, index) => `${mark}mốc${index}x`).join('')}`;
      if (inspectBody(body).findings.length > 0) return;
      rendered++;
      const words = (text: string) => (text.match(/mốc\d+x/g) ?? []).sort();
      expect(words(rest(body))).toEqual(words(body));
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(rendered).toBeGreaterThan(100);
});

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
])('a picture block is rendered wherever a paragraph is allowed: %j', (body, expected) => {
  expect(rest(body)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});
