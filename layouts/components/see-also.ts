import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** Links after the text of a page; false where there are none. */
export function seeAlso(links: readonly Link[]): Html | false {
  return (
    links.length > 0 &&
    html`<ul class="plain see-also">${links.map(({ text, href, lang }) => html`<li><a href="${href}"${lang && html` lang="${lang}" hreflang="${lang}"`}>${text}</a></li>`)}</ul>\n`
  );
}
