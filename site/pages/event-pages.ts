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

export function eventsLink(desk: Desk): Link {
  return { text: 'Sự kiện', href: link(desk, eventsAddress) };
}

/** A page for every event. */
export function eventPages(desk: Desk): Page<EventProps>[] {
  return desk.newsroom.events.map((event) => eventPage(desk, event));
}

/** Beside the page of every event a file for calendars. */
export function calendars(desk: Desk): Page<string>[] {
  return desk.newsroom.events.map((event) =>
    unindexed(calendarAddress(event.slug), event.path, () => calendar(desk, event)),
  );
}

function eventPage(desk: Desk, event: Event): Page<EventProps> {
  const { slug, path, date, body, cancelled } = event;
  const title = toldTitle(event);
  const address = eventAddress(slug);
  const hidden = hiddenBecause(event, desk.settings.now) !== undefined;
  const show: Page<EventProps>['props'] = (materials) => {
    const parent = eventsLink(desk);
    const description = `${title}${cancelled ? `. Lý do: ${cancelled}` : ` - ${desk.newsroom.organisation.name}`}`;
    const frame = framed(desk, materials, address, title, description, {
      current: parent.href,
      trail: [homeLink(desk), parent],
      noindex: hidden,
      ...bodyScripts(desk, body),
    });
    return {
      ...frame,
      things: [eventThing(desk, event), ...frame.things],
      ...state(desk, event),
      ...times(event),
      calendar: link(desk, calendarAddress(slug)),
      body: printBody(desk, materials, body, { address }).rest,
    };
  };
  return {
    ...page(address, path, show, date),
    indexed: !hidden,
    pictures: [...body.pictures.values()],
    shows: (materials) => [shownItem(desk, materials, event)],
  };
}

/** The list of events: what is to come, and what is over. */
export function eventListPage(desk: Desk): Page<EventListProps> {
  const { events, organisation } = desk.newsroom;
  const { text: title, href } = eventsLink(desk);
  const cards = (some: readonly Event[]) => some.map((event) => card(desk, event));
  return {
    ...page<EventListProps>(eventsAddress, 'danh sách sự kiện', (materials) => ({
      ...framed(desk, materials, eventsAddress, title, `${title} - ${organisation.name}`, { current: href }),
      toCome: cards(toCome(events, desk.settings.now)),
      past: cards(past(events, desk.settings.now)),
    })),
    indexed: events.length > 0,
  };
}

function card(desk: Desk, event: Event): EventCard {
  const href = link(desk, eventAddress(event.slug));
  return { title: toldTitle(event), href, ...times(event), ...state(desk, event) };
}

function times({ from, to, place, deadline, cancelled }: Event): EventTimes {
  // Nobody is to hurry for what does not take place.
  const last = cancelled ? { cancelled } : deadline && { deadline };
  return { from, ...(to && { to }), ...(place && { place }), ...last };
}
