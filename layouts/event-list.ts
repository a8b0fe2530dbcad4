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
  return html`<h1>${titleHtml(title)}</h1>
<section class="block"><h2>Sắp và đang diễn ra</h2>
${upcoming.length > 0 ? upcoming.map(eventCard) : html`<p class="empty">Hiện không có sự kiện nào sắp diễn ra.</p>\n`}</section>
${past.length > 0 && html`<section class="block"><h2>Đã qua</h2>\n${past.map(eventCard)}</section>`}`;
}

function eventCard(event: EventCardProps): Html {
  const { title, href, state, place, deadline, cancelled } = event;
  return html`<article class="article-card">
<h3><a href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}</h3>
<p class="meta">${eventPeriod(event)}</p>
${cancelled && html`<p>Lý do hủy: ${cancelled}</p>\n`}${(place || deadline) && html`<p>${place}${place && deadline && ' · '}${deadline && html`Hạn chót: ${timeElement(deadline)}`}</p>\n`}</article>
`;
}
