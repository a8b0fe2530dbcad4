import icalGenerator, { ICalEventStatus } from 'ical-generator';
import { eventAddress } from '#news/address.ts';
import { displayTitle, type Event, eventEnd } from '#news/event.ts';
import { dateTimeLabel, isDateOnly, isoDay } from '#vietnamese/date.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

/** An event as iCalendar (RFC 5545); one whose dates have no time is an all-day event. */
export function eventCalendar(context: SiteContext, event: Event): string {
  const { organisation } = context.content;
  const { id, date, from, to, place, deadline, cancelled, slug } = event;
  const allDay = isDateOnly(from) && (!to || isDateOnly(to));
  // ical-generator reads an all-day date in UTC: the time zone of the machine does not matter.
  const toCalendarDate = (instant: Date) => (allDay ? new Date(isoDay(instant)) : instant);
  const ical = icalGenerator({ prodId: { company: organisation.name, product: 'Sự kiện', language: 'VI' } });
  ical.createEvent({
    id,
    stamp: date,
    summary: displayTitle(event),
    start: toCalendarDate(from),
    ...((allDay || to) && { end: toCalendarDate(eventEnd(event)) }),
    allDay,
    url: absoluteUrl(context, eventAddress(slug)),
    ...(place && { location: place }),
    ...(deadline && { description: `Hạn chót: ${dateTimeLabel(deadline)}` }),
    // A calendar replaces its copy of the event only by one with a higher SEQUENCE (RFC 5545, 3.8.7.4).
    ...(cancelled && { status: ICalEventStatus.CANCELLED, sequence: 1, description: `Lý do hủy: ${cancelled}` }),
  });
  // RFC 5545, 3.1: every line ends with CRLF, also the last one.
  return `${ical.toString()}\r\n`;
}
