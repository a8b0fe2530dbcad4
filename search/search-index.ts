import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import { type Abbreviations, abbreviations } from './abbreviations.ts';
import { ByteReader } from './bytes.ts';
import { type Contents, indexFiles, type Segment, type StoredEntry } from './contents.ts';
import { hash } from './hash.ts';
import { readPostings } from './postings.ts';
import { markLevel, type Query } from './query.ts';
import { phraseRank } from './rank.ts';
import { readShard, shardOf } from './shard.ts';

/** Loads a file of the index, inflated; a cached copy of the same `version` is up to date. */
export type Load = (name: string, version?: string) => Promise<Uint8Array>;

/** For each slot of a segment 1 + the rank of its entry, or 0 for no match. */
export type SlotRanks = Uint16Array;

/** A search index, whose files are loaded when first needed, each once. */
export class SearchIndex {
  readonly contents: Contents;
  readonly abbreviations: Abbreviations;
  readonly #load: Load;
  readonly #files = new Map<string, Promise<Uint8Array>>();

  private constructor(manifest: Contents, load: Load) {
    this.contents = manifest;
    this.abbreviations = abbreviations(manifest.abbreviations);
    this.#load = load;
  }

  static async open(load: Load): Promise<SearchIndex> {
    return new SearchIndex(parseJson(await load(indexFiles.contents)), load);
  }

  /** The rank of each entry of a segment for one word, or for two adjacent words. */
  async ranks(segment: Segment, query: Query, terms: readonly SyllableForm[]): Promise<SlotRanks> {
    const shards = terms.length === 1 ? segment.wordShards : segment.pairShards;
    const { shard, number } = shardOf(hash(terms.map(({ key }) => key).join(' ')), shards);
    const name = (terms.length === 1 ? indexFiles.words : indexFiles.pairs)(segment, shard);
    const ranks = new Uint16Array(segment.slots);
    const termData = readShard(await this.#file(name, segment), number);
    if (!termData) return ranks;
    const reader = new ByteReader(termData);
    while (reader.at < termData.length) {
      const mismatch = Math.max(...terms.map(({ marks }) => markLevel(query, marks, reader.number())));
      readPostings(reader, segment.slots, (slot, field) => {
        const rank = 1 + phraseRank(mismatch, field);
        const best = ranks[slot] ?? 0;
        if (best === 0 || rank < best) ranks[slot] = rank;
      });
    }
    return ranks;
  }

  /** The entry of a slot; undefined where the text file does not hold it. */
  async entry(segment: Segment, slot: number): Promise<StoredEntry | undefined> {
    const texts: readonly StoredEntry[] = parseJson(await this.#file(indexFiles.texts(segment, slot), segment));
    return texts.find((stored) => stored.slot === slot);
  }

  /** For each slot 1 + the index of its category in the manifest, or 0 for no category. */
  categories(segment: Segment): Promise<Uint8Array> {
    return this.#file(indexFiles.categories(segment), segment);
  }

  /** The words of a segment as written, the most frequent first. */
  async spellings(segment: Segment): Promise<readonly string[]> {
    return parseJson(await this.#file(indexFiles.spellings(segment), segment));
  }

  #file(name: string, { version }: Segment): Promise<Uint8Array> {
    let file = this.#files.get(name);
    if (!file) {
      file = this.#load(name, version);
      this.#files.set(name, file);
      // After a failure the file is loaded again the next time.
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }
}

function parseJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes));
}
