import { isoDay } from '#vietnamese/date.ts';
import type { Dated } from './published.ts';

/** How many things a feed holds at least, when there are so many. */
const feedLength = 30;

/** One month of the history. */
export interface FeedMonth<Item> {
  readonly year: string;
  readonly month: string;
  /** Newest first; none when all of them were taken back. */
  readonly items: readonly Item[];
}

/** A feed and all that was in it before. */
export interface FeedHistory<Item> {
  /** What subscribers ask for again and again, newest first: whole months, so that nothing of it stands in `older` too. */
  readonly newest: readonly Item[];
  /** The month that `newest` goes on with. */
  readonly older?: FeedMonth<Item>;
  /** Every month something was published in, newest first. The first is still open. */
  readonly months: readonly FeedMonth<Item>[];
}

/**
 * Divides a history by the months of Việt Nam (RFC 5005 §4). A month is closed by the first thing of a later one, not by
 * the clock, and what was published and taken back keeps its month: so a month changes only with a thing of its own, and
 * when the first thing of a month beside it comes, which it then names.
 */
export function feedHistory<Item extends Dated>(
  newestFirst: readonly Item[],
  everPublished: readonly Dated[],
): FeedHistory<Item> {
  const key = ({ date }: Dated) => isoDay(date).slice(0, 7);
  const inMonth = Map.groupBy(newestFirst, key);
  const keys = [...new Set([...newestFirst, ...everPublished].map(key))].sort().reverse();
  const months = keys.map((each) => ({
    year: each.slice(0, 4),
    month: each.slice(5),
    items: inMonth.get(each) ?? [],
  }));
  let held = 0;
  let length = 0;
  for (; held < months.length && length < feedLength; held++) length += months[held]?.items.length ?? 0;
  const older = months[held];
  return { newest: newestFirst.slice(0, length), ...(older && { older }), months };
}

/** The newest things of a list whose history is not kept. */
export function feedOf<Item>(newestFirst: readonly Item[]): readonly Item[] {
  return newestFirst.slice(0, feedLength);
}
