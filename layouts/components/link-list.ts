import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** Links as a list. */
export function linkList(links: readonly Link[]): Html {
  return html`<ul>${links.map(({ text, href, lang }) => html`<li><a href="${href}"${lang && html` lang="${lang}" hreflang="${lang}"`}>${text}</a></li>`)}</ul>`;
}
