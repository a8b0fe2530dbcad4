import { isoDay, shortDate, yearOf } from '#vietnamese/date.ts';
import { type EventCardProps, eventCard, eventLink } from './components/event-card.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';

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

function yearOfEvents(year: string, events: readonly EventCardProps[]): Html {
  return html`<h3>${year}</h3>
<ul class="rows past">${events.map((event) => html`<li><time datetime="${isoDay(event.from)}">${shortDate(event.from).slice(0, 5)}</time> <span>${eventLink(event)}</span></li>\n`)}</ul>
`;
}
