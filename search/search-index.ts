import type { SyllableForm } from '#vietnamese/syllable-form.ts';
import { ByteReader } from './bytes.ts';
import { type CompiledAbbreviations, compileAbbreviations } from './compile-abbreviations.ts';
import { hash32 } from './hash.ts';
import { type IndexManifest, indexFilePaths, type Segment, type StoredEntry } from './index-manifest.ts';
import { markMismatch, type ParsedQuery } from './parse-query.ts';
import { readPostings } from './postings.ts';
import { phraseRank } from './rank.ts';
import { readShard, termShard } from './shard.ts';

/** Loads a file of the index, inflated; a cached copy of the same `version` is up to date. */
export type LoadIndexFile = (name: string, version?: string) => Promise<Uint8Array>;

/** For each slot of a segment 1 + the rank of its entry, or 0 for no match. */
export type SlotRanks = Uint16Array;

/** A search index, whose files are loaded when first needed, each once. */
export class SearchIndex {
  readonly manifest: IndexManifest;
  readonly abbreviations: CompiledAbbreviations;
  readonly #load: LoadIndexFile;
  readonly #files = new Map<string, Promise<Uint8Array>>();

  private constructor(manifest: IndexManifest, load: LoadIndexFile) {
    this.manifest = manifest;
    this.abbreviations = compileAbbreviations(manifest.abbreviations);
    this.#load = load;
  }

  static async open(load: LoadIndexFile): Promise<SearchIndex> {
    return new SearchIndex(parseJson(await load(indexFilePaths.manifest)), load);
  }

  /** The rank of each entry of a segment for one word, or for two adjacent words. */
  async termRanks(segment: Segment, query: ParsedQuery, terms: readonly SyllableForm[]): Promise<SlotRanks> {
    const shards = terms.length === 1 ? segment.wordShards : segment.pairShards;
    const { shard, number } = termShard(hash32(terms.map(({ key }) => key).join(' ')), shards);
    const name = (terms.length === 1 ? indexFilePaths.words : indexFilePaths.pairs)(segment, shard);
    const ranks = new Uint16Array(segment.slots);
    const termData = readShard(await this.#file(name, segment), number);
    if (!termData) return ranks;
    const reader = new ByteReader(termData);
    while (reader.position < termData.length) {
      const mismatch = Math.max(...terms.map(({ marks }) => markMismatch(query, marks, reader.readVarint())));
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
    const texts: readonly StoredEntry[] = parseJson(await this.#file(indexFilePaths.texts(segment, slot), segment));
    return texts.find((stored) => stored.slot === slot);
  }

  /** For each slot 1 + the index of its category in the manifest, or 0 for no category. */
  categories(segment: Segment): Promise<Uint8Array> {
    return this.#file(indexFilePaths.categories(segment), segment);
  }

  /** The words of a segment as written, the most frequent first. */
  async spellings(segment: Segment): Promise<readonly string[]> {
    return parseJson(await this.#file(indexFilePaths.spellings(segment), segment));
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
