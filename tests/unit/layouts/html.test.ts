import { expect, test } from 'vitest';
import { html, trusted } from '#layouts/html.ts';

test('what an editor writes is escaped; only trusted HTML is not', () => {
  const title = `<script>alert("1")</script> & 'x'`;
  expect(html`<p title="${title}">${title}</p>`.text).not.toContain('<script>');
  expect(html`${trusted('<b>')}${[html`<i>`, 'a<b', 3]}`.text).toBe('<b><i>a&lt;b3');
});

test('undefined and false render as nothing', () => expect(html`[${undefined}${false}]`.text).toBe('[]'));
