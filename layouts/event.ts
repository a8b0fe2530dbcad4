import { type EventDetails, eventPeriod, timeElement } from './components/event-times.ts';
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
  const { place, deadline, cancelled } = props;
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state">${props.state}</strong></p>\n`}${cancelled && html`<p class="notice">Sự kiện này đã hủy. Lý do: ${cancelled}</p>\n`}<dl class="facts">
<dt>Thời gian</dt><dd>${eventPeriod(props)}</dd>
${place && html`<dt>Nơi diễn ra</dt><dd>${place}</dd>\n`}${deadline && html`<dt>Hạn chót</dt><dd>${timeElement(deadline)}</dd>\n`}<dt>Lịch</dt><dd><a href="${props.calendar}" download>${cancelled ? 'Ghi vào lịch của bạn là đã hủy' : 'Thêm vào lịch của bạn'}</a> <small>(tệp iCal)</small></dd>
</dl>
${props.body && html`<div class="prose">\n${trusted(props.body)}</div>\n`}</article>`;
}
