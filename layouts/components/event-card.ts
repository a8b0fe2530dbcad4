import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { eventDay } from './event-day.ts';
import { type EventDetails, eventPeriod, timeElement } from './event-times.ts';
import { titleHtml } from './title-html.ts';

/** An event in the list. */
export interface EventCardProps extends EventDetails {
  readonly title: string;
  readonly href: Link['href'];
  readonly state?: string;
}

/** An event that is not over, with its day as an ornament. */
export function eventCard(event: EventCardProps): Html {
  const { from, place, deadline, deadlineIsOpen, cancelled } = event;
  return html`<article class="event">
${eventDay(from)}<div${deadlineIsOpen && html` class="open"`}><h3>${eventLink(event)}</h3>
${deadline && html`<p class="deadline">Hạn chót: ${timeElement(deadline)}</p>\n`}<p class="meta">${eventPeriod(event)}</p>
${place && html`<p class="meta">${place}</p>`}
${cancelled && html`<p>Lý do hủy: ${cancelled}</p>\n`}</div></article>
`;
}

/** The title of an event as the link to its page. */
export function eventLink({ title, href, state }: EventCardProps): Html {
  return html`<a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}`;
}
