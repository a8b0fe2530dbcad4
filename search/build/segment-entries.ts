import type { Abbreviation } from '#search/abbreviations.ts';
import type { Segment } from '#search/contents.ts';
import { hash } from '#search/hash.ts';
import type { Placed } from './divide.ts';
import type { EntrySource } from './entry-source.ts';
import type { TableSize } from './table-size.ts';
import { shardsFor, tableKinds } from './table-size.ts';

/** The input of a segment: its entries with their slots, and what all segments of an index share. */
export interface SegmentEntries extends Placed<EntrySource> {
  readonly name: Segment['name'];
  readonly categories: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
  readonly madeBy: string;
}

/** The description of a segment in the manifest; its version is a hash of all that its files depend on. */
export function segmentOf(
  { name, slots, years, categories, madeBy: buildKey }: SegmentEntries,
  hashes: Uint32Array,
  pairs: TableSize,
  words: TableSize,
): Segment {
  return {
    name,
    version: hash(JSON.stringify([buildKey, categories, slots, years, hashes.join()])).toString(36),
    slots,
    years,
    pairShards: shardsFor(pairs, tableKinds[name].pairs),
    wordShards: shardsFor(words, tableKinds[name].words),
  };
}

/** For each slot 1 + the index of its category, or 0 for no category. */
export function categoryOfSlots({ slots, entries, categories }: SegmentEntries): Uint8Array {
  const bytes = new Uint8Array(slots);
  for (const { slot, entry } of entries) bytes[slot] = categories.indexOf(entry.category) + 1;
  return bytes;
}
