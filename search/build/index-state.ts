import type { Segment } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import type { TableSize } from './table-size.ts';
import type { VocabularyState } from './vocabulary.ts';

/** What is remembered of an index, so that it can be brought up to date; v8.serialize can write it. */
export interface IndexState {
  /** What it was made by: other abbreviations or another format make all of it doubtful. */
  readonly madeBy: string;
  readonly segments: readonly SegmentState[];
  /** The entries that stand in the contents, by their ids. */
  readonly recent: ReadonlyMap<number, Entry>;
}

export interface SegmentState {
  readonly segment: Segment;
  /** For each slot the id of its entry and the hash of it as it was read; 0 where there is none. */
  readonly ids: Float64Array;
  readonly hashes: Uint32Array;
  /** What bodies hold beyond what is written down of them, by slot, in UTF-8. */
  readonly rests: ReadonlyMap<number, Uint8Array>;
  readonly pairs: TableSize;
  readonly words: TableSize;
  readonly vocabulary: VocabularyState;
}
