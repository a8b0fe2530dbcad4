import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** Links to the sections of a long article; false when there are none. */
export function tableOfContents(sections: readonly Link[]): Html | false {
  return (
    sections.length > 0 &&
    html`<nav class="contents" aria-label="Mục lục"><details><summary>Mục lục</summary><ol>${sections.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></details></nav>\n`
  );
}
