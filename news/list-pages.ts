/** The number of items on a full page of a list. */
const pageSize = 20;

/** A numbered page of a list, its items newest first. */
export interface ListPage<Item> {
  /** Counted from the oldest items: page 1 has the twenty oldest. */
  readonly number: number;
  readonly items: readonly Item[];
  readonly older?: number;
  /** The next page; undefined for the open page only. */
  readonly newer?: number;
}

/** A list divided into pages. */
export interface ListPages<Item> {
  /** The items at the bare address: all items up to 39, otherwise the newest 20–39. */
  readonly newest: readonly Item[];
  /** The numbered page that follows the bare address; undefined when the bare address has all items. */
  readonly older?: number;
  /** The full pages, then the open page of 0–19 items; empty when the bare address has all items. */
  readonly numbered: readonly ListPage<Item>[];
}

/**
 * Numbers the pages of a list from its oldest item, so that a full page never changes: it keeps its twenty items and
 * its links to both neighbours. For this the open page has an address of its own, even while it is empty.
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
