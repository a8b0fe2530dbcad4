import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** A block of the front page: its heading, a link to all items where there are more, and the content. */
export function storyBlock(heading: string, all: Link | undefined, content: Html): Html {
  return html`<section class="block"><h2>${all ? html`<a href="${all.href}">${heading}</a>` : heading}</h2>
${all && html`<a class="all" href="${all.href}" aria-label="${all.text}">Tất cả</a>\n`}${content}</section>
`;
}
