import { type SyllableForm, syllableForm } from '#vietnamese/syllable-form.ts';
import { ByteReader } from './bytes.ts';
import { type CompiledAbbreviations, compileAbbreviations } from './compile-abbreviations.ts';
import { hash32, hashPrefix, pairHash } from './hash.ts';
import { type IndexManifest, indexFilePaths, initialOf, type Segment, type StoredEntry } from './index-manifest.ts';
import { type EntryWords, entryWords, matchEntry } from './match-entry.ts';
import { mismatchOf, type ParsedQuery, type QueryWord } from './parse-query.ts';
import { readPostings } from './postings.ts';
import { type Mismatch, mismatches, mismatchOfRank, phraseRank } from './rank.ts';
import type { SearchEntry } from './search-entry.ts';
import { readShard, termShard } from './shard.ts';
import { tokenize } from './tokenize.ts';

/** Loads a file of the index, inflated; a cached copy of the same `version` is up to date. */
export type LoadIndexFile = (name: string, version?: string) => Promise<Uint8Array>;

/** For each slot of a segment 1 + the rank of its entry, or 0 for no match. */
export type SlotRanks = Uint16Array;

/** How many completions of an unfinished word are looked up; each single word is in a file of its own. */
const [maxPairCompletions, maxWordCompletions] = [400, 6];

/** A search index, whose files are loaded when first needed, each once. */
export class SearchIndex {
  readonly manifest: IndexManifest;
  readonly abbreviations: CompiledAbbreviations;
  readonly #load: LoadIndexFile;
  readonly #files = new Map<string, Promise<Uint8Array>>();
  readonly #lists = new Map<string, ReadonlyMap<string, string>>();
  readonly #texts = new Map<string, readonly StoredEntry[]>();
  readonly #entryWords = new WeakMap<SearchEntry, EntryWords>();
  readonly #words = new Map<string, ReadonlyMap<string, string>>();
  #recent?: ReadonlyMap<string, string>;

  private constructor(manifest: IndexManifest, load: LoadIndexFile) {
    this.manifest = manifest;
    this.abbreviations = compileAbbreviations(manifest.abbreviations);
    this.#load = load;
  }

  static async open(load: LoadIndexFile): Promise<SearchIndex> {
    return new SearchIndex(parseJson(await load(indexFilePaths.manifest)), load);
  }

  /** The rank of each entry of a segment for one word, or for two adjacent words. */
  async termRanks(segment: Segment, query: ParsedQuery, words: readonly QueryWord[]): Promise<SlotRanks> {
    const ranks = new Uint16Array(segment.slots);
    const [word, second] = words;
    if (!word) return ranks;
    const last = second ?? word;
    const completions = await this.#completions(segment, last);
    const keys = [last.key, ...completions.slice(0, second ? maxPairCompletions : maxWordCompletions)];
    for (const [key, data] of await this.#postings(segment, words, keys))
      readTerm(data, segment.slots, ranks, (reader) => {
        const first = second && mismatchOf(query, word, { key: word.key, marks: reader.readVarint() });
        const other = mismatchOf(query, last, { key, marks: reader.readVarint() });
        return other === undefined ? undefined : (Math.max(first ?? mismatches.none, other) as Mismatch);
      });
    return ranks;
  }

  /** The postings of one word or of two adjacent words, whose last has one of these keys; those that the segment has. */
  async #postings(
    segment: Segment,
    words: readonly SyllableForm[],
    keys: readonly string[],
  ): Promise<(readonly [key: string, data: Uint8Array])[]> {
    const isPair = words.length > 1;
    const [fileOf, shards] = isPair
      ? [indexFilePaths.pairs, segment.pairShards]
      : [indexFilePaths.words, segment.wordShards];
    const prefix = hashPrefix(`${words[0]?.key} `);
    const keyOf = new Map<number, Map<number, string>>();
    for (const key of keys) {
      const { shard, number } = termShard(isPair ? pairHash(prefix, key) : hash32(key), shards);
      keyOf.set(shard, (keyOf.get(shard) ?? new Map()).set(number, key));
    }
    const found = await Promise.all(
      Array.from(keyOf, async ([shard, ofShard]) => {
        const numbers = [...ofShard.keys()].sort((a, b) => a - b);
        const data = readShard(await this.#file(fileOf(segment, shard), segment), numbers);
        return Array.from(data, ([number, bytes]) => [ofShard.get(number) ?? '', bytes] as const);
      }),
    );
    return found.flat();
  }

  /** Whether any entry holds this word or these two words beside each other, with whatever marks. */
  async holds(texts: readonly [string] | readonly [string, string]): Promise<boolean> {
    const words = texts.map(syllableForm);
    const query = { parts: [{ words, quoted: true }], hasMarks: false, isUnfinished: false };
    const { segments, recent } = this.manifest;
    if (recent.some((entry) => matchEntry(query, this.wordsOf(entry)) !== undefined)) return true;
    const found = await Promise.all(
      segments.map((segment) => this.#postings(segment, words, [words.at(-1)?.key ?? ''])),
    );
    return found.some((terms) => terms.length > 0);
  }

  /** Whether any entry holds this word with exactly its marks. */
  async holdsWritten(text: string): Promise<boolean> {
    const words = [syllableForm(text)];
    const query = { parts: [{ words, quoted: true }], hasMarks: true, isUnfinished: false };
    const { segments, recent } = this.manifest;
    const isWritten = (rank: number | undefined) => rank !== undefined && mismatchOfRank(rank) === mismatches.none;
    if (recent.some((entry) => isWritten(matchEntry(query, this.wordsOf(entry))))) return true;
    const ranks = await Promise.all(segments.map((segment) => this.termRanks(segment, query, words)));
    return ranks.some((ofSegment) => ofSegment.some((rank) => rank > 0 && isWritten(rank - 1)));
  }

  /** The words of an entry, split once. */
  wordsOf(entry: SearchEntry): EntryWords {
    let words = this.#entryWords.get(entry);
    if (!words) {
      words = entryWords(entry, this.abbreviations);
      this.#entryWords.set(entry, words);
    }
    return words;
  }

  /** The keys of the words that begin like an unfinished one, the most frequent first; none for a finished word. */
  async #completions(segment: Segment, { key, prefixes }: QueryWord): Promise<readonly string[]> {
    if (!prefixes) return [];
    const listed = await this.#spellings(segment, initialOf(key));
    return [...listed.keys()].filter((found) => found !== key && prefixes.some((prefix) => found.startsWith(prefix)));
  }

  /** The entry of a slot; undefined where the text file does not hold it. */
  async entry(segment: Segment, slot: number): Promise<StoredEntry | undefined> {
    const name = indexFilePaths.texts(segment, slot);
    const bytes = await this.#file(name, segment);
    const texts: readonly StoredEntry[] = this.#texts.get(name) ?? parseJson(bytes);
    this.#texts.set(name, texts);
    return texts.find((stored) => stored.slot === slot);
  }

  /** For each slot 1 + the index of its category in the manifest, or 0 for no category. */
  categories(segment: Segment): Promise<Uint8Array> {
    return this.#file(indexFilePaths.categories(segment), segment);
  }

  /** The words that begin with any of these initials (initialOf), by their keys, as they are written most often. */
  async words(initials: string): Promise<ReadonlyMap<string, string>> {
    const sorted = [...new Set(initials)].sort().join('');
    const cached = this.#words.get(sorted);
    if (cached) return cached;
    const { segments } = this.manifest;
    const lists = await Promise.all(
      segments.flatMap((segment) => Array.from(sorted, (initial) => this.#spellings(segment, initial))),
    );
    const words = new Map<string, string>();
    for (const list of lists) for (const [key, spelling] of list) if (!words.has(key)) words.set(key, spelling);
    for (const [key, spelling] of this.#recentWords())
      if (!words.has(key) && sorted.includes(initialOf(key))) words.set(key, spelling);
    this.#words.set(sorted, words);
    return words;
  }

  /** The words of the newest entries, which no segment holds. */
  #recentWords(): ReadonlyMap<string, string> {
    this.#recent ??= new Map(
      this.manifest.recent.flatMap(({ title, lead, body }) => {
        const text = [title, lead, body].join('\n');
        return tokenize(text, this.abbreviations).flatMap(({ key, start, end }) => {
          const spelling = text.slice(start, end).toLowerCase();
          return syllableForm(spelling).key === key ? [[key, spelling] as const] : [];
        });
      }),
    );
    return this.#recent;
  }

  /** The words of a segment by their keys, the most frequent first. */
  async #spellings(segment: Segment, initial: string): Promise<ReadonlyMap<string, string>> {
    if (!segment.initials.includes(initial)) return new Map();
    const name = indexFilePaths.spellings(segment, initial);
    let list = this.#lists.get(name);
    if (!list) {
      const texts: readonly string[] = parseJson(await this.#file(name, segment));
      list = new Map(texts.map((text) => [syllableForm(text).key, text]));
      this.#lists.set(name, list);
    }
    return list;
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

/** Lowers ranks by the postings of a term; `mismatch` reads the marks of each spelling, undefined where it is no match. */
function readTerm(
  data: Uint8Array,
  slots: number,
  ranks: SlotRanks,
  readMismatch: (reader: ByteReader) => Mismatch | undefined,
): void {
  const reader = new ByteReader(data);
  while (reader.position < data.length) {
    const mismatch = readMismatch(reader);
    readPostings(reader, slots, (slot, field) => {
      if (mismatch === undefined) return;
      const rank = 1 + phraseRank(mismatch, field);
      const best = ranks[slot] ?? 0;
      if (best === 0 || rank < best) ranks[slot] = rank;
    });
  }
}

function parseJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes));
}
