import { type Html, html } from '../html.ts';

/** A document by its type and number: "Kế hoạch", "12/KH-LHH" */
export interface DocumentLink {
  readonly href: string;
  readonly type: string;
  readonly number: string;
  readonly date: Date;
}

/** A link to a document, whose number is not broken at its hyphen. */
export function documentLinkHtml({ href, type, number }: DocumentLink): Html {
  return html`<a href="${href}">${type} <span class="word">${number}</span></a>`;
}
