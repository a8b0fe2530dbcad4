import type { EventCardProps } from '#layouts/components/event-card.ts';
import type { EventDetails } from '#layouts/components/event-times.ts';
import type { EventProps } from '#layouts/event.ts';
import type { EventListProps } from '#layouts/event-list.ts';
import type { Link } from '#layouts/page.ts';
import { calendarAddress, eventAddress, eventsAddress } from '#news/address.ts';
import { displayTitle, type Event, openDeadline, pastEvents, upcomingEvents } from '#news/event.ts';
import { bodyScripts, renderItemBody } from '#site/body/render-item-body.ts';
import { eventCalendar } from './event-calendar.ts';
import { itemCacheKey } from './item-cache-key.ts';
import { eventJsonLd } from './json-ld/event-json-ld.ts';
import { indexedPage, type Page, unindexedPage } from './page.ts';
import { frameProps, homeLink, type SiteContext, siteHref, visibilityProps } from './site-context.ts';

export function eventsLink(context: SiteContext): Link {
  return { text: 'Sự kiện', href: siteHref(context, eventsAddress) };
}

/** A page for every event. */
export function eventPages(context: SiteContext): Page<EventProps>[] {
  return context.content.events.map((event) => eventPage(context, event));
}

/** An iCalendar file for every event. */
export function calendarFiles(context: SiteContext): Page<string>[] {
  return context.content.events.map((event) =>
    unindexedPage(calendarAddress(event.slug), event.path, () => eventCalendar(context, event)),
  );
}

function eventPage(context: SiteContext, event: Event): Page<EventProps> {
  const { slug, path, date, body, cancelled } = event;
  const title = displayTitle(event);
  const address = eventAddress(slug);
  const hidden = context.content.hiddenReason(event) !== undefined;
  const props: Page<EventProps>['props'] = (render) => {
    const parent = eventsLink(context);
    const description = `${title}${cancelled ? `. Lý do: ${cancelled}` : ` - ${context.content.organisation.name}`}`;
    const frame = frameProps(
      context,
      render,
      { address, title, description },
      {
        current: parent.href,
        breadcrumbLinks: [homeLink(context), parent],
        noindex: hidden,
        ...bodyScripts(context, body),
      },
    );
    return {
      ...frame,
      structuredData: [eventJsonLd(context, event), ...frame.structuredData],
      ...visibilityProps(context, event),
      ...eventTimes(context, event),
      calendar: siteHref(context, calendarAddress(slug)),
      body: renderItemBody(context, render, body, { address }).rest,
    };
  };
  return {
    ...indexedPage(address, path, props, date),
    indexed: !hidden,
    pictures: [...body.pictures.values()],
    cacheInputs: (render) => [
      itemCacheKey(context, render, event),
      openDeadline(event, context.settings.now) !== undefined,
    ],
  };
}

/** The list of upcoming and past events. */
export function eventListPage(context: SiteContext): Page<EventListProps> {
  const { events, organisation } = context.content;
  const { text: title, href } = eventsLink(context);
  const cards = (list: readonly Event[]) => list.map((event) => eventCard(context, event));
  return {
    ...indexedPage<EventListProps>(eventsAddress, 'danh sách sự kiện', (render) => ({
      ...frameProps(
        context,
        render,
        { address: eventsAddress, title, description: `${title} - ${organisation.name}` },
        { current: href },
      ),
      upcoming: cards(upcomingEvents(events, context.settings.now)),
      past: cards(pastEvents(events, context.settings.now)),
    })),
    indexed: events.length > 0,
  };
}

/** The props of an event in a list. */
export function eventCard(context: SiteContext, event: Event): EventCardProps {
  const href = siteHref(context, eventAddress(event.slug));
  return { title: displayTitle(event), href, ...eventTimes(context, event), ...visibilityProps(context, event) };
}

function eventTimes({ settings }: SiteContext, event: Event): EventDetails {
  const { from, to, place, deadline, cancelled } = event;
  const deadlineIsOpen = openDeadline(event, settings.now) !== undefined;
  // The deadline of a cancelled event is left out.
  const status = cancelled ? { cancelled } : deadline && { deadline, deadlineIsOpen };
  return { from, ...(to && { to }), ...(place && { place }), ...status };
}
