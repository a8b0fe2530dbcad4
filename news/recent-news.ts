import { hiddenBecause, type Publishable } from './published.ts';

/** How long search engines treat an article as news, in milliseconds: the 48 hours of sitemap-news 0.9. */
const newsDuration = 48 * 3_600_000;

/** The first instant at which an article is no longer news. */
function newsExpiry({ date }: Pick<Publishable, 'date'>): Date {
  return new Date(date.getTime() + newsDuration);
}

/** The published articles of the last 48 hours. */
export function recentNews<Item extends Publishable>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => now.getTime() < item.date.getTime() + newsDuration && !hiddenBecause(item, now));
}

/** The next instant after `now` at which a published article stops being news; undefined when there is none. */
export function nextNewsExpiry(items: readonly Publishable[], now: Date): Date | undefined {
  return recentNews(items, now)
    .map(newsExpiry)
    .sort((a, b) => Number(a) - Number(b))[0];
}
