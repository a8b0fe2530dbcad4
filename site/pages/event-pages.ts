import type { EventTimes } from '#layouts/components/event-times.ts';
import type { EventProps } from '#layouts/event.ts';
import type { EventCard, EventListProps } from '#layouts/event-list.ts';
import type { Link } from '#layouts/page.ts';
import { calendarAddress, eventAddress, eventsAddress } from '#news/address.ts';
import { type Event, past, toCome, toldTitle } from '#news/event.ts';
import { hiddenBecause } from '#news/published.ts';
import { bodyScripts, printBody } from '#site/body/print-body.ts';
import { calendar } from './calendar.ts';
import { type Desk, framed, homeLink, link, state } from './desk.ts';
import { eventThing } from './json-ld/event-thing.ts';
import { type Page, page, unindexed } from './page.ts';
import { shownItem } from './shown-item.ts';

export function eventsLink(context: Desk): Link {
  return { text: 'Sự kiện', href: link(context, eventsAddress) };
}

/** A page for every event. */
export function eventPages(context: Desk): Page<EventProps>[] {
  return context.newsroom.events.map((event) => eventPage(context, event));
}

/** An iCalendar file for every event. */
export function calendars(context: Desk): Page<string>[] {
  return context.newsroom.events.map((event) =>
    unindexed(calendarAddress(event.slug), event.path, () => calendar(context, event)),
  );
}

function eventPage(context: Desk, event: Event): Page<EventProps> {
  const { slug, path, date, body, cancelled } = event;
  const title = toldTitle(event);
  const address = eventAddress(slug);
  const hidden = hiddenBecause(event, context.settings.now) !== undefined;
  const props: Page<EventProps>['props'] = (render) => {
    const parent = eventsLink(context);
    const description = `${title}${cancelled ? `. Lý do: ${cancelled}` : ` - ${context.newsroom.organisation.name}`}`;
    const frame = framed(context, render, address, title, description, {
      current: parent.href,
      trail: [homeLink(context), parent],
      noindex: hidden,
      ...bodyScripts(context, body),
    });
    return {
      ...frame,
      things: [eventThing(context, event), ...frame.things],
      ...state(context, event),
      ...eventTimes(event),
      calendar: link(context, calendarAddress(slug)),
      body: printBody(context, render, body, { address }).rest,
    };
  };
  return {
    ...page(address, path, props, date),
    indexed: !hidden,
    pictures: [...body.pictures.values()],
    shows: (render) => [shownItem(context, render, event)],
  };
}

/** The list of upcoming and past events. */
export function eventListPage(context: Desk): Page<EventListProps> {
  const { events, organisation } = context.newsroom;
  const { text: title, href } = eventsLink(context);
  const cards = (list: readonly Event[]) => list.map((event) => eventCard(context, event));
  return {
    ...page<EventListProps>(eventsAddress, 'danh sách sự kiện', (render) => ({
      ...framed(context, render, eventsAddress, title, `${title} - ${organisation.name}`, { current: href }),
      toCome: cards(toCome(events, context.settings.now)),
      past: cards(past(events, context.settings.now)),
    })),
    indexed: events.length > 0,
  };
}

function eventCard(context: Desk, event: Event): EventCard {
  const href = link(context, eventAddress(event.slug));
  return { title: toldTitle(event), href, ...eventTimes(event), ...state(context, event) };
}

function eventTimes({ from, to, place, deadline, cancelled }: Event): EventTimes {
  // The deadline of a cancelled event is left out.
  const status = cancelled ? { cancelled } : deadline && { deadline };
  return { from, ...(to && { to }), ...(place && { place }), ...status };
}
