import type { Event as EventJsonLd } from 'schema-dts';
import { eventAddress } from '#news/address.ts';
import type { Event } from '#news/event.ts';
import { absoluteUrl, type SiteContext } from '#site/pages/site-context.ts';
import { isDateOnly, isoDay, isoInstant } from '#vietnamese/date.ts';
import { websiteRef } from './publisher-json-ld.ts';

/** An event as a schema.org Event. */
export function eventJsonLd(context: SiteContext, { slug, title, from, to, place, cancelled }: Event): EventJsonLd {
  const isoDate = (instant: Date) => (isDateOnly(instant) ? isoDay(instant) : isoInstant(instant));
  const url = absoluteUrl(context, eventAddress(slug));
  return {
    '@type': 'Event',
    mainEntityOfPage: url,
    url,
    name: title,
    startDate: isoDate(from),
    ...(to && { endDate: isoDate(to) }),
    ...(place && { location: { '@type': 'Place', name: place, address: place } }),
    ...(cancelled && { eventStatus: 'https://schema.org/EventCancelled' }),
    subjectOf: websiteRef(context.settings),
    inLanguage: 'vi',
  };
}
