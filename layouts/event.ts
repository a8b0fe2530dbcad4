import { eventDay } from './components/event-day.ts';
import { type EventDetails, eventPeriod, timeElement } from './components/event-times.ts';
import { facts } from './components/facts.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';

/** Props of the page of an event. */
export interface EventProps extends FrameProps, EventDetails {
  readonly state?: string;
  /** Href of its iCalendar file. */
  readonly calendar: string;
  /** Rendered Markdown. */
  readonly body: string;
}

/** The page of one event. */
export function event(props: EventProps): Html {
  const { from, place, deadline, deadlineIsOpen, cancelled } = props;
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state">${props.state}</strong></p>\n`}${cancelled && html`<p class="notice">Sự kiện này đã hủy. Lý do: ${cancelled}</p>\n`}${facts(
  [
    { name: 'Thời gian', value: html`${eventDay(from)}<span>${eventPeriod(props)}</span>`, className: 'when' },
    ...(deadline
      ? [{ name: 'Hạn chót', value: timeElement(deadline), ...(deadlineIsOpen && { className: 'deadline' }) }]
      : []),
    ...(place ? [{ name: 'Nơi diễn ra', value: place }] : []),
    {
      name: 'Lịch',
      value: html`<a href="${props.calendar}" download>${cancelled ? 'Ghi vào lịch của bạn là đã hủy' : 'Thêm vào lịch của bạn'}</a> <small>(tệp\u00A0iCal)</small>`,
    },
  ],
)}
${props.body && html`<div class="prose">\n${trusted(props.body)}</div>\n`}</article>`;
}
