import { isoDay } from '#vietnamese/date.ts';

/** A month with its items, newest first. */
export interface ArchiveMonth<Item> {
  readonly year: string;
  readonly month: string;
  readonly items: readonly Item[];
}

/** The months of a list that is newest first, in the same order; months without items are left out. */
export function archiveMonths<Item extends { readonly date: Date }>(
  newestFirst: readonly Item[],
): ArchiveMonth<Item>[] {
  const groups = Map.groupBy(newestFirst, ({ date }) => isoDay(date).slice(0, 7));
  return [...groups].map(([key, items]) => ({ year: key.slice(0, 4), month: key.slice(5), items }));
}
