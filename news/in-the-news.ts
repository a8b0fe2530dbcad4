import { type Dated, hiddenBecause } from './published.ts';

/** How long an article is news to a search engine: the 48 hours of sitemap-news 0.9. */
const span = 48 * 3_600_000;

/** The first instant at which an article is news no more. */
function end({ date }: Pick<Dated, 'date'>): Date {
  return new Date(date.getTime() + span);
}

/** The public articles of the last 48 hours. */
export function inTheNews<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => now.getTime() < item.date.getTime() + span && !hiddenBecause(item, now));
}

/** The next instant after `now` at which a public article stops being news; undefined when none will. */
export function nextOutOfTheNews(items: readonly Dated[], now: Date): Date | undefined {
  return inTheNews(items, now)
    .map(end)
    .sort((a, b) => Number(a) - Number(b))[0];
}
