import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { hash32 } from '#search/hash.ts';
import type { Segment } from '#search/index-manifest.ts';
import type { SlottedEntries } from './divide-into-segments.ts';
import type { EntrySource } from './entry-source.ts';
import type { PostingsTableSize } from './postings-table-size.ts';
import { postingsShardCount, postingsTableKinds } from './postings-table-size.ts';

/** The input of a segment: its entries with their slots, and what all segments of an index share. */
export interface SegmentInput extends SlottedEntries<EntrySource> {
  readonly name: Segment['name'];
  readonly categories: readonly string[];
  readonly abbreviations: readonly SearchAbbreviation[];
  readonly buildKey: string;
}

/** The description of a segment in the manifest; its version is a hash of all that its files depend on. */
export function segmentMetadata(
  { name, slots, years, categories, buildKey }: SegmentInput,
  hashes: Uint32Array,
  pairs: PostingsTableSize,
  words: PostingsTableSize,
  initials: string,
): Segment {
  return {
    name,
    version: hash32(JSON.stringify([buildKey, categories, slots, years, hashes.join()])).toString(36),
    slots,
    years,
    pairShards: postingsShardCount(pairs, postingsTableKinds[name].pairs),
    wordShards: postingsShardCount(words, postingsTableKinds[name].words),
    initials,
  };
}

/** For each slot 1 + the index of its category, or 0 for no category. */
export function slotCategories({ slots, entries, categories }: SegmentInput): Uint8Array {
  const bytes = new Uint8Array(slots);
  for (const { slot, entry } of entries) bytes[slot] = categories.indexOf(entry.category) + 1;
  return bytes;
}
