import type { Event as EventThing } from 'schema-dts';
import { eventAddress } from '#news/address.ts';
import type { Event } from '#news/event.ts';
import { absolute, type Desk } from '#site/pages/desk.ts';
import { isDayAlone, isoDay, isoInstant } from '#vietnamese/date.ts';
import { wholeSite } from './publisher.ts';

/** An event in schema.org's words. */
export function eventThing(desk: Desk, { slug, title, from, to, place, cancelled }: Event): EventThing {
  const when = (instant: Date) => (isDayAlone(instant) ? isoDay(instant) : isoInstant(instant));
  const url = absolute(desk, eventAddress(slug));
  return {
    '@type': 'Event',
    mainEntityOfPage: url,
    url,
    name: title,
    startDate: when(from),
    ...(to && { endDate: when(to) }),
    ...(place && { location: { '@type': 'Place', name: place, address: place } }),
    ...(cancelled && { eventStatus: 'https://schema.org/EventCancelled' }),
    subjectOf: wholeSite(desk.settings),
    inLanguage: 'vi',
  };
}
