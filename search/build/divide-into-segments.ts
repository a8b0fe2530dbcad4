import { hash32 } from '#search/hash.ts';
import { entryYear, type SearchEntry } from '#search/search-entry.ts';
import { assignSlots, slotCountForYear } from './assign-slots.ts';

/** The parts of an entry that decide its slot. */
type Dated = Pick<SearchEntry, 'address' | 'day'>;

/** The entries of a segment with their slots, ascending. */
export interface SlottedEntries<Item extends Dated> {
  readonly slots: number;
  readonly years: readonly { readonly year: string; readonly start: number }[];
  readonly entries: readonly { readonly slot: number; readonly entry: Item }[];
}

/** The newest year is indexed in whole groups of eight entries; the rest are stored in the manifest as they are. */
const groupSize = 8;

/** Divides entries into past years, the newest year (which alone still grows), and the latest entries of that year. */
export function divideIntoSegments<Item extends Dated>(
  entries: readonly Item[],
): { past: SlottedEntries<Item>; year: SlottedEntries<Item>; recent: readonly Item[] } {
  const sorted = entries.toSorted(
    (a, b) =>
      compare(a.day ?? '', b.day ?? '') || compare(undatedOrder(a), undatedOrder(b)) || compare(a.address, b.address),
  );
  const newest = entryYear(sorted.at(-1));
  const first = newest === '' ? sorted.length : sorted.findIndex((entry) => entryYear(entry) === newest);
  const indexedEnd = first + Math.floor((sorted.length - first) / groupSize) * groupSize;
  return {
    past: withSlots(sorted.slice(0, first)),
    year: withSlots(sorted.slice(first, indexedEnd)),
    recent: sorted.slice(indexedEnd),
  };
}

function withSlots<Item extends Dated>(sorted: readonly Item[]): SlottedEntries<Item> {
  const years: { year: string; start: number }[] = [];
  const entries: { slot: number; entry: Item }[] = [];
  let start = 0;
  for (const [year, ofYear] of Map.groupBy(sorted, entryYear)) {
    const slots = slotCountForYear(ofYear.length);
    assignSlots(ofYear.map(shareOfYear), slots).forEach((slot, index) => {
      const entry = ofYear[index];
      if (entry) entries.push({ slot: start + slot, entry });
    });
    years.push({ year, start });
    start += slots;
  }
  return { slots: start, years, entries };
}

/** Entries without a day are ordered by the hash of their address, so that others do not move them. */
function undatedOrder({ day, address }: Dated): number {
  return day === undefined ? hash32(address) : 0;
}

/** The position of an entry in its year, from 0 to below 1. */
function shareOfYear(entry: Dated): number {
  if (entry.day === undefined) return undatedOrder(entry) / 2 ** 32;
  return (Number(entry.day.slice(5, 7)) - 1) / 12 + (Number(entry.day.slice(8, 10)) - 1) / (12 * 31);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
