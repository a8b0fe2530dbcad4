/** How many things a list page holds. */
const pageSize = 20;

/** One numbered page of a list, its items newest first. */
export interface ListPage<Item> {
  /** Counted from the oldest; 1 holds the twenty oldest. */
  readonly number: number;
  readonly items: readonly Item[];
  readonly older?: number;
  /** The page after it; only the open page has none. */
  readonly newer?: number;
}

/** A list as readers leaf through it. */
export interface ListPages<Item> {
  /** What the bare address shows: the newest, 20–39 of them once there are that many. */
  readonly newest: readonly Item[];
  /** The numbered page that follows the bare address; undefined when it shows all. */
  readonly older?: number;
  /** The full pages and, after them, the open one of 0–19; none while the bare address shows all. */
  readonly numbered: readonly ListPage<Item>[];
}

/**
 * Numbers a list from its oldest item, so that a full page never changes again: it holds the same twenty and links to
 * the same two neighbours for ever. (For that the open page has an address of its own, even while it is empty.)
 */
export function listPages<Item>(newestFirst: readonly Item[]): ListPages<Item> {
  const full = Math.floor(newestFirst.length / pageSize);
  if (full < 2) return { newest: newestFirst, numbered: [] };

  const open = newestFirst.length % pageSize;
  const numbered = Array.from({ length: full + 1 }, (_, index): ListPage<Item> => {
    const number = index + 1;
    const end = newestFirst.length - index * pageSize;
    return {
      number,
      items: newestFirst.slice(Math.max(0, end - pageSize), end),
      ...(number > 1 && { older: number - 1 }),
      ...(number <= full && { newer: number + 1 }),
    };
  });
  return { newest: newestFirst.slice(0, open + pageSize), older: full - 1, numbered };
}
