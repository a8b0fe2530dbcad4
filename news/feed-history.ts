import { isoDay } from '#vietnamese/date.ts';
import type { Publishable } from './published.ts';

/** The number of items in a feed; a feed of whole months has at least as many. */
const feedLength = 30;

/** A month of the history. */
export interface FeedMonth<Item> {
  readonly year: string;
  readonly month: string;
  /** Newest first; empty when all items of the month have been hidden again. */
  readonly items: readonly Item[];
}

/** A feed with its archives. */
export interface FeedHistory<Item> {
  /** The items of the feed that subscribers poll, newest first: whole months, so that no item is in `older` too. */
  readonly newest: readonly Item[];
  /** The month before those of `newest`. */
  readonly older?: FeedMonth<Item>;
  /** Every month in which an item was published, newest first. The first is still open. */
  readonly months: readonly FeedMonth<Item>[];
}

/**
 * Divides a history into months, in Việt Nam time (RFC 5005 §4). The first item of a later month closes a month, not
 * the clock, and a month remains when all its items are hidden: so its document changes only with its own items, or
 * when a neighbouring month, to which it links, gets its first item.
 */
export function feedHistory<Item extends Publishable>(
  newestFirst: readonly Item[],
  everPublished: readonly Publishable[],
): FeedHistory<Item> {
  const key = ({ date }: Publishable) => isoDay(date).slice(0, 7);
  const inMonth = Map.groupBy(newestFirst, key);
  const keys = [...new Set([...newestFirst, ...everPublished].map(key))].sort().reverse();
  const months = keys.map((yearMonth) => ({
    year: yearMonth.slice(0, 4),
    month: yearMonth.slice(5),
    items: inMonth.get(yearMonth) ?? [],
  }));
  let monthCount = 0;
  let length = 0;
  for (; monthCount < months.length && length < feedLength; monthCount++)
    length += months[monthCount]?.items.length ?? 0;
  const older = months[monthCount];
  return { newest: newestFirst.slice(0, length), ...(older && { older }), months };
}

/** The items of a feed without archives: the newest of a list. */
export function newestForFeed<Item>(newestFirst: readonly Item[]): readonly Item[] {
  return newestFirst.slice(0, feedLength);
}
