import { type Abbreviation, abbreviations } from './abbreviations.ts';
import { divide, type Placed } from './build/divide.ts';
import { eachTerm } from './build/each-term.ts';
import { Lexicon } from './build/lexicon.ts';
import { PostingsTable } from './build/postings-table.ts';
import { plainEntry, storedEntry } from './build/stored-entry.ts';
import { shardsFor, tableKinds } from './build/table-size.ts';
import { note, Vocabulary } from './build/vocabulary.ts';
import { type Contents, indexFiles, type Segment, slotsPerText } from './contents.ts';
import type { Entry } from './entry.ts';
import { hash } from './hash.ts';

/** Every file of an index by its name, not yet deflated; made one after the other as it is asked for. */
export type IndexFiles = Iterable<readonly [name: string, bytes: Uint8Array]>;

/** Changes whenever the files of a segment are written in another way. */
const format = 2;

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
  const contents: Contents = { segments, recent: recent.map(plainEntry), categories, abbreviations: short };
  yield [indexFiles.contents, json(contents)];
}

function* segmentFiles(
  name: Segment['name'],
  { slots, years, entries }: Placed<Entry>,
  categories: readonly string[],
  short: readonly Abbreviation[],
): Generator<readonly [string, Uint8Array], Segment> {
  const vocabulary = new Vocabulary();
  const lexicon = new Lexicon(abbreviations(short), vocabulary);
  const kinds = tableKinds[name];
  const [pairs, words] = [new PostingsTable(kinds.pairs, slots), new PostingsTable(kinds.words, slots)];
  const hashes = new Uint32Array(slots);
  for (const { slot, entry } of entries) {
    hashes[slot] = hash(JSON.stringify(plainEntry(entry)));
    eachTerm(entry, lexicon, {
      word: (field, hash, marks) => words.add(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
      spelling: (spelling) => note(spelling, slot),
    });
  }
  const segment: Segment = {
    name,
    version: hash(JSON.stringify([format, short, categories, slots, years, hashes.join()])).toString(36),
    slots,
    years,
    pairShards: shardsFor(pairs.size, kinds.pairs),
    wordShards: shardsFor(words.size, kinds.words),
  };
  for (const [shard, bytes] of pairs.files()) yield [indexFiles.pairs(segment, shard), bytes];
  for (const [shard, bytes] of words.files()) yield [indexFiles.words(segment, shard), bytes];
  yield [indexFiles.spellings(segment), json(vocabulary.listed())];
  yield [indexFiles.categories(segment), categoryOfSlots(slots, entries, categories)];
  const texts = Map.groupBy(entries, ({ slot }) => Math.floor(slot / slotsPerText));
  for (const stored of texts.values())
    yield [
      indexFiles.texts(segment, stored[0]?.slot ?? 0),
      json(stored.map(({ slot, entry }) => storedEntry(slot, entry))),
    ];
  return segment;
}

function categoryOfSlots(slots: number, entries: Placed<Entry>['entries'], categories: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(slots);
  for (const { slot, entry } of entries) bytes[slot] = categories.indexOf(entry.category) + 1;
  return bytes;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
