import { clockTime, isoDay, isoInstant, longDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';

/** Time and place of an event, cancelled or not. */
export interface EventDetails {
  readonly from: Date;
  readonly to?: Date;
  readonly place?: string;
  readonly deadline?: Date;
  /** Whether the deadline has not passed. */
  readonly deadlineIsOpen?: boolean;
  /** Reason for the cancellation. */
  readonly cancelled?: string;
}

/** A `<time>` element: the hour and the day, or the day alone for a date without an hour. */
export function timeElement(instant: Date): Html {
  const hour = clockTime(instant);
  return hour
    ? html`<time datetime="${isoInstant(instant)}">${hour}, ${longDate(instant)}</time>`
    : html`<time datetime="${isoDay(instant)}">${longDate(instant)}</time>`;
}

/** When an event begins and ends; the day is given once if both are on the same day. */
export function eventPeriod({ from, to }: EventDetails): Html {
  const [start, end] = [clockTime(from), to && clockTime(to)];
  if (!to || (isoDay(from) === isoDay(to) && !end)) return timeElement(from);
  if (isoDay(from) !== isoDay(to) || !start) return html`${timeElement(from)} đến ${timeElement(to)}`;
  return html`<time datetime="${isoInstant(from)}">${start}</time> đến ${timeElement(to)}`;
}
