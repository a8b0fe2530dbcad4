import { isoDay, shortDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';

/** The date of an item as a `<time>` element: "23/11/2026" */
export function shortDateElement({ date }: { readonly date: Date }): Html {
  return html`<time datetime="${isoDay(date)}">${shortDate(date)}</time>`;
}
