import { type Entry, yearOf } from '#search/entry.ts';
import { hash } from '#search/hash.ts';
import { capacity, slotsFor } from './slots.ts';

/** What says where an entry belongs. */
type Dated = Pick<Entry, 'address' | 'day'>;

/** Entries with their slots, ascending. */
export interface Placed<Item extends Dated> {
  readonly slots: number;
  readonly years: readonly { readonly year: string; readonly start: number }[];
  readonly entries: readonly { readonly slot: number; readonly entry: Item }[];
}

/** The year's entries are indexed in whole groups of so many; what is left over stands in the contents as it is. */
const group = 8;

/** Divides entries by the year of the newest, which alone still grows: the years before, that year, and its newest few. */
export function divide<Item extends Dated>(
  entries: readonly Item[],
): { past: Placed<Item>; year: Placed<Item>; recent: readonly Item[] } {
  const sorted = entries.toSorted(
    (a, b) => compare(a.day ?? '', b.day ?? '') || compare(orderOf(a), orderOf(b)) || compare(a.address, b.address),
  );
  const newest = yearOf(sorted.at(-1));
  const first = newest === '' ? sorted.length : sorted.findIndex((entry) => yearOf(entry) === newest);
  const grouped = first + Math.floor((sorted.length - first) / group) * group;
  return {
    past: placed(sorted.slice(0, first)),
    year: placed(sorted.slice(first, grouped)),
    recent: sorted.slice(grouped),
  };
}

function placed<Item extends Dated>(sorted: readonly Item[]): Placed<Item> {
  const years: { year: string; start: number }[] = [];
  const entries: { slot: number; entry: Item }[] = [];
  let start = 0;
  for (const [year, own] of Map.groupBy(sorted, yearOf)) {
    const slots = capacity(own.length);
    slotsFor(own.map(momentOf), slots).forEach((slot, index) => {
      const entry = own[index];
      if (entry) entries.push({ slot: start + slot, entry });
    });
    years.push({ year, start });
    start += slots;
  }
  return { slots: start, years, entries };
}

/** What has no day keeps its place among others by its address. */
function orderOf({ day, address }: Dated): number {
  return day === undefined ? hash(address) : 0;
}

function momentOf(entry: Dated): number {
  if (entry.day === undefined) return orderOf(entry) / 2 ** 32;
  return (Number(entry.day.slice(5, 7)) - 1) / 12 + (Number(entry.day.slice(8, 10)) - 1) / (12 * 31);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
