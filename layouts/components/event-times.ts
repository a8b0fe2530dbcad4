import { clockTime, isoDay, isoInstant, longDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';

/** When and where something takes place, or was to. */
export interface EventTimes {
  readonly from: Date;
  readonly to?: Date;
  readonly place?: string;
  readonly deadline?: Date;
  /** Why it does not take place. */
  readonly cancelled?: string;
}

/** An instant, or a day that stands alone. */
export function moment(instant: Date): Html {
  const hour = clockTime(instant);
  return hour
    ? html`<time datetime="${isoInstant(instant)}">${hour}, ${longDate(instant)}</time>`
    : html`<time datetime="${isoDay(instant)}">${longDate(instant)}</time>`;
}

/** From when to when; the day is said once where there is one. */
export function period({ from, to }: EventTimes): Html {
  const [start, end] = [clockTime(from), to && clockTime(to)];
  if (!to || (isoDay(from) === isoDay(to) && !end)) return moment(from);
  if (isoDay(from) !== isoDay(to) || !start) return html`${moment(from)} đến ${moment(to)}`;
  return html`<time datetime="${isoInstant(from)}">${start}</time> đến ${moment(to)}`;
}
