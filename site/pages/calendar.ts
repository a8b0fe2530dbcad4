import icalGenerator, { ICalEventStatus } from 'ical-generator';
import { eventAddress } from '#news/address.ts';
import { type Event, endOf, toldTitle } from '#news/event.ts';
import { isDayAlone, isoDay, whenever } from '#vietnamese/date.ts';
import { absolute, type Desk } from './desk.ts';

/** An event as calendars take it (RFC 5545); of days alone it is told by days, and so is busy at no hour. */
export function calendar(desk: Desk, event: Event): string {
  const { organisation } = desk.newsroom;
  const { id, date, from, to, place, deadline, cancelled, slug } = event;
  const byDays = isDayAlone(from) && (!to || isDayAlone(to));
  // A day is read at its midnight in UTC, whatever the zone of the machine.
  const at = (instant: Date) => (byDays ? new Date(isoDay(instant)) : instant);
  const file = icalGenerator({ prodId: { company: organisation.name, product: 'Sự kiện', language: 'VI' } });
  file.createEvent({
    id,
    stamp: date,
    summary: toldTitle(event),
    start: at(from),
    ...((byDays || to) && { end: at(endOf(event)) }),
    allDay: byDays,
    url: absolute(desk, eventAddress(slug)),
    ...(place && { location: place }),
    ...(deadline && { description: `Hạn chót: ${whenever(deadline)}` }),
    // Programs that hold the event take a later revision only (RFC 5545, 3.8.7.4).
    ...(cancelled && { status: ICalEventStatus.CANCELLED, sequence: 1, description: `Lý do hủy: ${cancelled}` }),
  });
  // RFC 5545, 3.1: every line ends, the last one too.
  return `${file.toString()}\r\n`;
}
