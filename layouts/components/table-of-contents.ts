import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/**
 * Links to the sections of a long article; false when there are none. The empty `<details>` unfolds the list after it,
 * so that the list can be open in the margin of a wide screen.
 */
export function tableOfContents(sections: readonly Link[]): Html | false {
  return (
    sections.length > 0 &&
    html`<nav class="contents" aria-label="Trong bài này"><details><summary>Trong bài này</summary></details><ol>${sections.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></nav>\n`
  );
}
