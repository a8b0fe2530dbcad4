import type { Segment } from '#search/index-manifest.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import type { PostingsTableSize } from './postings-table-size.ts';
import type { VocabularyState } from './vocabulary.ts';

/** The state of an index that updateIndex needs for the next update; v8.serialize can write it. */
export interface IndexState {
  /** The format and the abbreviations the index was built with: another key requires a new index. */
  readonly buildKey: string;
  readonly segments: readonly SegmentState[];
  /** The entries stored in the manifest, by their ids. */
  readonly recent: ReadonlyMap<number, SearchEntry>;
}

export interface SegmentState {
  readonly segment: Segment;
  /** For each slot the id of its entry, and the entryHash; 0 where the slot is unused. */
  readonly ids: Float64Array;
  readonly hashes: Uint32Array;
  /** The parts of bodies that are not in the text files, by slot, in UTF-8. */
  readonly bodyTails: ReadonlyMap<number, Uint8Array>;
  readonly pairs: PostingsTableSize;
  readonly words: PostingsTableSize;
  readonly vocabulary: VocabularyState;
}
