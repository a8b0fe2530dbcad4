import type { Event as EventJsonLd } from 'schema-dts';
import { eventAddress } from '#news/address.ts';
import type { Event } from '#news/event.ts';
import { absolute, type Desk } from '#site/pages/desk.ts';
import { isDayAlone, isoDay, isoInstant } from '#vietnamese/date.ts';
import { wholeSite } from './publisher.ts';

/** An event as a schema.org Event. */
export function eventThing(context: Desk, { slug, title, from, to, place, cancelled }: Event): EventJsonLd {
  const isoDate = (instant: Date) => (isDayAlone(instant) ? isoDay(instant) : isoInstant(instant));
  const url = absolute(context, eventAddress(slug));
  return {
    '@type': 'Event',
    mainEntityOfPage: url,
    url,
    name: title,
    startDate: isoDate(from),
    ...(to && { endDate: isoDate(to) }),
    ...(place && { location: { '@type': 'Place', name: place, address: place } }),
    ...(cancelled && { eventStatus: 'https://schema.org/EventCancelled' }),
    subjectOf: wholeSite(context.settings),
    inLanguage: 'vi',
  };
}
