import { isoDay } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';

/** The day and the month of an instant as an ornament; the text beside it says the same. */
export function eventDay(instant: Date): Html {
  const [, month, day] = isoDay(instant).split('-');
  return html`<p class="day" aria-hidden="true"><b>${day}</b> Tháng ${Number(month)}</p>`;
}
