import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** Links to the pages above a page; false where there are none. */
export function breadcrumb(links: readonly Link[]): Html | false {
  return (
    links.length > 0 &&
    html`<nav class="breadcrumb" aria-label="Vị trí trong trang"><ol>${links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></nav>\n`
  );
}
