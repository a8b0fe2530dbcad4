import type { Abbreviation } from './abbreviations.ts';
import type { Entry } from './entry.ts';

/** Entries of some years, indexed together. */
export interface Segment {
  /** The folder of its files. */
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
  /** Ascending. */
  readonly years: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
}

/** An entry of a segment as it is written down. */
export interface StoredEntry extends Entry {
  readonly slot: number;
  /** True where the body was too long to be kept whole: what is searched for may stand in the rest. */
  readonly cut?: boolean;
}

/** How many slots share one file of texts. */
export const slotsPerText = 3;

/** The files of an index; each is deflated (RFC 1950) where it lies. */
export const indexFiles = {
  contents: 'contents',
  pairs: ({ name }: Segment, shard: number) => `${name}/pairs-${shard}`,
  words: ({ name }: Segment, shard: number) => `${name}/words-${shard}`,
  texts: ({ name }: Segment, slot: number) => `${name}/texts-${Math.floor(slot / slotsPerText)}`,
  categories: ({ name }: Segment) => `${name}/categories`,
  spellings: ({ name }: Segment) => `${name}/spellings`,
};
