import { isoDay, shortDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** An event and its deadline. */
export interface DeadlineProps {
  readonly instant: Date;
  readonly event: Link;
}

/** The nearest deadline in a line, shown only where the events do not stand beside the lead story. */
export function deadlineLine({ instant, event }: DeadlineProps): Html {
  return html`<p class="deadline-line"><a href="${event.href}"><b>Hạn chót <time datetime="${isoDay(instant)}">${shortDate(instant).slice(0, 5)}</time></b> ${event.text}</a></p>
`;
}
