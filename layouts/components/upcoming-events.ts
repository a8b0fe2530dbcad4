import { type Html, html } from '../html.ts';
import { type EventCardProps, eventCard } from './event-card.ts';
import { storyBlock } from './story-block.ts';

/** The next events; undefined where there are none. */
export function upcomingEvents(cards: readonly EventCardProps[], allHref: string): Html | undefined {
  if (cards.length === 0) return undefined;
  return storyBlock(
    'Sự kiện sắp tới',
    { text: 'Tất cả sự kiện', href: allHref },
    html`<div class="rows">${cards.map(eventCard)}</div>`,
  );
}
