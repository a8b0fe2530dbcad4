import type { Abbreviation } from './abbreviations.ts';
import type { Entry } from './entry.ts';

/** Entries of some years, indexed together. */
export interface Segment {
  readonly name: 'past' | 'year';
  /** Says what it was made from; its files are the same as long as it is. */
  readonly version: string;
  readonly slots: number;
  /** How many shards hold pairs of words, and how many single words. */
  readonly pairShards: number;
  readonly wordShards: number;
  /** The first slot of each year, ascending; entries without a day have the year "". */
  readonly years: readonly { readonly year: string; readonly start: number }[];
}

/** The first file a search reads: what there is, and the newest entries themselves. */
export interface Contents {
  readonly segments: readonly Segment[];
  /** Oldest first. */
  readonly recent: readonly Entry[];
  readonly categories: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
}

/** An entry of a segment as it is written down. */
export interface StoredEntry extends Entry {
  readonly slot: number;
  /** True where the body was too long to be kept whole: what is searched for may stand in the rest. */
  readonly cut?: boolean;
}

/** How many slots share one file of texts. */
export const slotsPerText = 4;

const folders = { past: 'nam-truoc', year: 'nam-nay' };

/** The names of an index's files. */
export const indexFiles = {
  contents: 'tong-the',
  pairs: ({ name }: Pick<Segment, 'name'>, shard: number) => `${folders[name]}/cap-${shard}`,
  words: ({ name }: Pick<Segment, 'name'>, shard: number) => `${folders[name]}/tieng-${shard}`,
  texts: ({ name }: Pick<Segment, 'name'>, slot: number) => `${folders[name]}/bai-${Math.floor(slot / slotsPerText)}`,
  categories: ({ name }: Pick<Segment, 'name'>) => `${folders[name]}/chuyen-muc`,
  spellings: ({ name }: Pick<Segment, 'name'>) => `${folders[name]}/chu`,
};

/** Whether a file of this name holds where words stand: numbers, no text. */
export function holdsPostings(name: string): boolean {
  return /\/(cap|tieng)-\d+$/.test(name);
}
