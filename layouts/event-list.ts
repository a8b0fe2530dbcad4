import { isoDay, shortDate, yearOf } from '#vietnamese/date.ts';
import { eventDay } from './components/event-day.ts';
import { type EventDetails, eventPeriod, timeElement } from './components/event-times.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** An event in the list. */
export interface EventCardProps extends EventDetails {
  readonly title: string;
  readonly href: Link['href'];
  readonly state?: string;
}

/** Props of the list of events. */
export interface EventListProps extends FrameProps {
  /** Soonest first. */
  readonly upcoming: readonly EventCardProps[];
  /** Most recent first. */
  readonly past: readonly EventCardProps[];
}

/** /su-kien/ */
export function eventList({ title, upcoming, past }: EventListProps): Html {
  if (upcoming.length + past.length === 0)
    return html`<h1>${titleHtml(title)}</h1>\n<p class="empty">Chưa có sự kiện nào được đăng tại đây.</p>`;
  const years = [...Map.groupBy(past, ({ from }) => yearOf(from))];
  return html`<h1>${titleHtml(title)}</h1>
<section class="block"><h2>Sắp và đang diễn ra</h2>
${upcoming.length > 0 ? html`<div class="rows">${upcoming.map(eventCard)}</div>` : html`<p class="empty">Hiện không có sự kiện nào sắp diễn ra.</p>`}</section>
${past.length > 0 && html`<section class="block"><h2>Đã qua</h2>\n${years.map(([year, events]) => yearOfEvents(year, events))}</section>`}`;
}

function eventCard(event: EventCardProps): Html {
  const { from, place, deadline, deadlineIsOpen, cancelled } = event;
  return html`<article class="event">
${eventDay(from)}<div${deadlineIsOpen && html` class="open"`}><h3>${titleLink(event)}</h3>
${deadline && html`<p class="deadline">Hạn chót: ${timeElement(deadline)}</p>\n`}<p class="meta">${eventPeriod(event)}</p>
${place && html`<p class="meta">${place}</p>`}
${cancelled && html`<p>Lý do hủy: ${cancelled}</p>\n`}</div></article>
`;
}

function yearOfEvents(year: string, events: readonly EventCardProps[]): Html {
  return html`<h3>${year}</h3>
<ul class="rows past">${events.map((event) => html`<li><time datetime="${isoDay(event.from)}">${shortDate(event.from).slice(0, 5)}</time> <span>${titleLink(event)}</span></li>\n`)}</ul>
`;
}

function titleLink({ title, href, state }: EventCardProps): Html {
  return html`<a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}`;
}
