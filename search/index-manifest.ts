import type { SearchAbbreviation } from './compile-abbreviations.ts';
import type { SearchEntry } from './search-entry.ts';

/** A part of the index: the entries of some years. */
export interface Segment {
  readonly name: 'past' | 'year';
  /** Hash of all that the segment's files depend on: the same version means the same files. */
  readonly version: string;
  /** How many slots there are; a slot is the number of an entry within its segment, and some are unused. */
  readonly slots: number;
  /** How many shards hold word pairs, and how many hold single words. */
  readonly pairShards: number;
  readonly wordShards: number;
  /** The initials (initialOf) that its words begin with, each with a file of spellings. */
  readonly initials: string;
  /** The first slot of each year, ascending; entries without a day have the year "". */
  readonly years: readonly { readonly year: string; readonly start: number }[];
}

/** The first file a search loads: the list of segments, and the newest entries themselves. */
export interface IndexManifest {
  readonly segments: readonly Segment[];
  /** Oldest first. */
  readonly recent: readonly SearchEntry[];
  readonly categories: readonly string[];
  readonly abbreviations: readonly SearchAbbreviation[];
}

/** An entry as stored in a text file of its segment. */
export interface StoredEntry extends SearchEntry {
  readonly slot: number;
  /** True where the stored body is truncated: a query may match the part that is missing. */
  readonly cut?: boolean;
}

/** How many slots share one text file. */
export const slotsPerTextFile = 4;

const folders = { past: 'nam-truoc', year: 'nam-nay' };

/** The names of the files of an index. */
export const indexFilePaths = {
  manifest: 'tong-the',
  pairs: ({ name }: Pick<Segment, 'name'>, shard: number) => `${folders[name]}/cap-${shard}`,
  words: ({ name }: Pick<Segment, 'name'>, shard: number) => `${folders[name]}/tieng-${shard}`,
  texts: ({ name }: Pick<Segment, 'name'>, slot: number) =>
    `${folders[name]}/bai-${Math.floor(slot / slotsPerTextFile)}`,
  categories: ({ name }: Pick<Segment, 'name'>) => `${folders[name]}/chuyen-muc`,
  spellings: ({ name }: Pick<Segment, 'name'>, initial: string) => `${folders[name]}/chu-${initial}`,
};

/** The letter under which the spellings of a word are listed, by its key; "0" for numbers and other scripts. */
export function initialOf(key: string): string {
  return /^[a-z]/.test(key) ? key.charAt(0) : '0';
}

/** Whether a file of this name is a shard of postings, which holds numbers and no text. */
export function isPostingsFile(name: string): boolean {
  return /\/(cap|tieng)-\d+$/.test(name);
}
