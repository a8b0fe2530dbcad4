import { expect, test } from 'vitest';
import { html, trusted } from '#layouts/html.ts';

test('what an editor writes is escaped; only what is trusted is printed as it stands', () => {
  const title = `<script>alert("1")</script> & 'x'`;
  expect(html`<p title="${title}">${title}</p>`.text).not.toContain('<script>');
  expect(html`${trusted('<b>')}${[html`<i>`, 'a<b', 3]}`.text).toBe('<b><i>a&lt;b3');
});

test('nothing is printed for what is absent', () => expect(html`[${undefined}${false}]`.text).toBe('[]'));
