import { type Abbreviation, abbreviations } from './abbreviations.ts';
import { type Contents, indexFiles, type Segment, type StoredEntry, slotsPerText } from './contents.ts';
import { divide, type Placed } from './divide.ts';
import { type Entry, fields } from './entry.ts';
import { hash } from './hash.ts';
import { PostingsTable } from './postings-table.ts';
import { Spellings } from './spellings.ts';
import { words as wordsOf } from './words.ts';

/** Every file of an index by its name, not yet deflated; made one after the other as it is asked for. */
export type IndexFiles = Iterable<readonly [name: string, bytes: Uint8Array]>;

/** Changes whenever the files of a segment are written in another way. */
const format = 1;
/** Bytes of a body that are kept to be shown and compared; the rest can be found all the same. */
const longestBody = 6000;
/** About what one file of postings weighs before it is deflated: a search reads one or two of each segment for every word. */
const shardBytes = { past: { pairs: 6000, words: 2500 }, year: { pairs: 2000, words: 1500 } };
/** As many words are known to correct what was typed wrong. */
const mostSpellings = 8000;

/** Makes the index of a site, the same for the same entries and abbreviations in whatever order. */
export function* buildIndex(entries: readonly Entry[], short: readonly Abbreviation[]): IndexFiles {
  const { past, year, recent } = divide(entries);
  const categories = [...new Set(entries.map(({ category }) => category))].filter((each) => each !== '').sort();
  const segments: Segment[] = [];
  for (const [name, part] of [
    ['past', past],
    ['year', year],
  ] as const)
    if (part.entries.length > 0) segments.push(yield* segmentFiles(name, part, categories, short));
  const contents: Contents = {
    segments,
    recent,
    categories,
    abbreviations: short,
  };
  yield [indexFiles.contents, json(contents)];
}

function* segmentFiles(
  name: Segment['name'],
  { slots, years, entries }: Placed,
  categories: readonly string[],
  short: readonly Abbreviation[],
): Generator<readonly [string, Uint8Array], Segment> {
  const known = abbreviations(short);
  const spellings = new Spellings();
  const [words, pairs] = [
    new PostingsTable(spellings, slots, shardBytes[name].words),
    new PostingsTable(spellings, slots, shardBytes[name].pairs),
  ];
  const version = versionOf(short, entries);
  for (const { slot, entry } of entries)
    for (const [field, part] of fields.entries()) {
      let before: number | undefined;
      for (const word of wordsOf(entry[part], known)) {
        const spelling = spellings.numberOf(word, entry[part]);
        words.add(slot, field, spelling);
        if (word.joined && before !== undefined) pairs.add(slot, field, spelling, before);
        before = spelling;
      }
    }
  const segment: Segment = { name, version, slots, years, pairShards: pairs.shards, wordShards: words.shards };
  for (const [shard, bytes] of pairs.files()) yield [indexFiles.pairs(segment, shard), bytes];
  for (const [shard, bytes] of words.files()) yield [indexFiles.words(segment, shard), bytes];
  yield [indexFiles.spellings(segment), json(commonSpellings(words, spellings))];
  yield [indexFiles.categories(segment), categoryOfSlots(slots, entries, categories)];
  const texts = Map.groupBy(entries, ({ slot }) => Math.floor(slot / slotsPerText));
  for (const stored of texts.values())
    yield [indexFiles.texts(segment, stored[0]?.slot ?? 0), json(stored.map(storedEntry))];
  return segment;
}

/** Entry after entry, for the text of all of them together is as large as the index. */
function versionOf(short: readonly Abbreviation[], entries: Placed['entries']): string {
  const before = JSON.stringify([format, short]);
  return entries.reduce((version, placed) => hash(version + JSON.stringify(placed)).toString(36), before);
}

/** Each word once, marks aside, in its most frequent spelling; the most frequent words first. */
function commonSpellings(words: PostingsTable, spellings: Spellings): string[] {
  const best = new Map<string, { spelling: number; entries: number }>();
  for (const [spelling, entries] of words.counts()) {
    const key = spellings.key(spelling);
    if (entries > (best.get(key)?.entries ?? 0)) best.set(key, { spelling, entries });
  }
  return [...best.values()]
    .sort((a, b) => b.entries - a.entries || a.spelling - b.spelling)
    .slice(0, mostSpellings)
    .map(({ spelling }) => spellings.written(spelling));
}

function categoryOfSlots(slots: number, entries: Placed['entries'], categories: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(slots);
  for (const { slot, entry } of entries) bytes[slot] = categories.indexOf(entry.category) + 1;
  return bytes;
}

function storedEntry({ slot, entry }: Placed['entries'][number]): StoredEntry {
  if (entry.body.length <= longestBody) return { slot, ...entry };
  return { slot, ...entry, body: entry.body.slice(0, longestBody), cut: true };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
