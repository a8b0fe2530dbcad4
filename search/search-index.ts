import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import { type Abbreviations, abbreviations } from './abbreviations.ts';
import { ByteReader } from './bytes.ts';
import { type Contents, indexFiles, type Segment, type StoredEntry } from './contents.ts';
import { hash } from './hash.ts';
import { readPostings } from './postings.ts';
import { markLevel, type Query } from './query.ts';
import { phraseRank } from './rank.ts';
import { readShard, shardOf } from './shard.ts';

/** Brings a file of the index, inflated; `version` tells whether one that is at hand already is still right. */
export type Load = (name: string, version?: string) => Promise<Uint8Array>;

/** For each slot of a segment 0, or 1 + the rank of what stands there. */
export type SlotRanks = Uint16Array;

/** The files of an index, read as they are needed, each once. */
export class SearchIndex {
  readonly contents: Contents;
  readonly abbreviations: Abbreviations;
  readonly #load: Load;
  readonly #files = new Map<string, Promise<Uint8Array>>();

  private constructor(contents: Contents, load: Load) {
    this.contents = contents;
    this.abbreviations = abbreviations(contents.abbreviations);
    this.#load = load;
  }

  static async open(load: Load): Promise<SearchIndex> {
    return new SearchIndex(parsed(await load(indexFiles.contents)), load);
  }

  /** How well each entry of a segment has a word, or two words side by side. */
  async ranks(segment: Segment, query: Query, terms: readonly SyllableForm[]): Promise<SlotRanks> {
    const shards = terms.length === 1 ? segment.wordShards : segment.pairShards;
    const { shard, number } = shardOf(hash(terms.map(({ key }) => key).join(' ')), shards);
    const name = (terms.length === 1 ? indexFiles.words : indexFiles.pairs)(segment, shard);
    const ranks = new Uint16Array(segment.slots);
    const held = readShard(await this.#file(name, segment), number);
    if (!held) return ranks;
    const reader = new ByteReader(held);
    while (reader.at < held.length) {
      const level = Math.max(...terms.map(({ marks }) => markLevel(query, marks, reader.number())));
      readPostings(reader, segment.slots, (slot, field) => {
        const rank = 1 + phraseRank(level, field);
        const known = ranks[slot] ?? 0;
        if (known === 0 || rank < known) ranks[slot] = rank;
      });
    }
    return ranks;
  }

  /** The entry of a slot; undefined where the file says nothing of it. */
  async entry(segment: Segment, slot: number): Promise<StoredEntry | undefined> {
    const texts: readonly StoredEntry[] = parsed(await this.#file(indexFiles.texts(segment, slot), segment));
    return texts.find((stored) => stored.slot === slot);
  }

  /** For each slot the place of its category in the contents, counted from 1. */
  categories(segment: Segment): Promise<Uint8Array> {
    return this.#file(indexFiles.categories(segment), segment);
  }

  /** Words as they are written, the most frequent first. */
  async spellings(segment: Segment): Promise<readonly string[]> {
    return parsed(await this.#file(indexFiles.spellings(segment), segment));
  }

  #file(name: string, { version }: Segment): Promise<Uint8Array> {
    let file = this.#files.get(name);
    if (!file) {
      file = this.#load(name, version);
      this.#files.set(name, file);
      // What could not be brought is asked for again the next time.
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }
}

function parsed<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes));
}
