import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** The way to each part of a long article; nothing where there are no parts to tell of. */
export function contents(parts: readonly Link[]): Html | false {
  return (
    parts.length > 0 &&
    html`<nav class="contents" aria-label="Mục lục"><details><summary>Mục lục</summary><ol>${parts.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></details></nav>\n`
  );
}
