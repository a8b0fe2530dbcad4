import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** A file to download; `type` and `size` are display text. */
export interface AttachmentLink extends Link {
  readonly type: string;
  readonly size: string;
}

/** The files of a page to download; false when there are none. */
export function attachments(links: readonly AttachmentLink[]): Html | false {
  return (
    links.length > 0 &&
    html`<section class="attachments"><h2>Tệp đính kèm</h2><ul class="rows">${links.map(({ text, href, type, size }) => html`<li><a href="${href}" download>${text}</a> <small>(${type}, ${size})</small></li>`)}</ul></section>\n`
  );
}
