import type { Abbreviation } from '#search/abbreviations.ts';
import type { Segment } from '#search/contents.ts';
import { hash } from '#search/hash.ts';
import type { Placed } from './divide.ts';
import type { EntrySource } from './entry-source.ts';
import type { TableSize } from './table-size.ts';
import { shardsFor, tableKinds } from './table-size.ts';

/** What a segment is made of: its entries where they belong, and what is the same for the whole index. */
export interface SegmentEntries extends Placed<EntrySource> {
  readonly name: Segment['name'];
  readonly categories: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
  readonly madeBy: string;
}

/** A segment as the contents tell of it; its version says all that its files depend on. */
export function segmentOf(
  { name, slots, years, categories, madeBy }: SegmentEntries,
  hashes: Uint32Array,
  pairs: TableSize,
  words: TableSize,
): Segment {
  return {
    name,
    version: hash(JSON.stringify([madeBy, categories, slots, years, hashes.join()])).toString(36),
    slots,
    years,
    pairShards: shardsFor(pairs, tableKinds[name].pairs),
    wordShards: shardsFor(words, tableKinds[name].words),
  };
}

/** For each slot the place of its category among all, counted from 1; 0 for what is in none. */
export function categoryOfSlots({ slots, entries, categories }: SegmentEntries): Uint8Array {
  const bytes = new Uint8Array(slots);
  for (const { slot, entry } of entries) bytes[slot] = categories.indexOf(entry.category) + 1;
  return bytes;
}
