import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** A file to download, with its kind and size as readers see them. */
export interface AttachmentLink extends Link {
  readonly type: string;
  readonly size: string;
}

/** The files a page offers; nothing when there are none. */
export function attachments(links: readonly AttachmentLink[], title = 'Tệp đính kèm'): Html | false {
  return (
    links.length > 0 &&
    html`<section class="attachments"><h2>${title}</h2><ul>${links.map(({ text, href, type, size }) => html`<li><a href="${href}" download>${text}</a> <small>(${type}, ${size})</small></li>`)}</ul></section>\n`
  );
}
