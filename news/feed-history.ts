import { monthOf, yearOf } from '#vietnamese/date.ts';
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
  /** What subscribers ask for again and again, newest first. */
  readonly newest: readonly Item[];
  /** Every month something was published in, newest first. The first is still open: its things are all in `newest`. */
  readonly months: readonly FeedMonth<Item>[];
}

/**
 * Divides a history by the months of Việt Nam (RFC 5005 §4). A month is closed by the first thing of a later one, not by
 * the clock, and what was published and taken back keeps its month: so a month changes only with a thing of its own.
 */
export function feedHistory<Item extends Dated>(
  newestFirst: readonly Item[],
  everPublished: readonly Dated[],
): FeedHistory<Item> {
  const key = ({ date }: Dated) => `${yearOf(date)}-${monthOf(date)}`;
  const inMonth = Map.groupBy(newestFirst, key);
  const keys = [...new Set([...newestFirst, ...everPublished].map(key))].sort().reverse();
  const open = keys[0] === undefined ? 0 : (inMonth.get(keys[0])?.length ?? 0);
  return {
    newest: newestFirst.slice(0, Math.max(feedLength, open)),
    months: keys.map((each) => ({ year: each.slice(0, 4), month: each.slice(5), items: inMonth.get(each) ?? [] })),
  };
}

/** The newest things of a list whose history is not kept. */
export function feedOf<Item>(newestFirst: readonly Item[]): readonly Item[] {
  return newestFirst.slice(0, feedLength);
}
