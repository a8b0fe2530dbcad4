import { abbreviations } from '#search/abbreviations.ts';
import { indexFiles, type StoredEntry, slotsPerText } from '#search/contents.ts';
import { eachTerm } from './each-term.ts';
import { idOf } from './entry-source.ts';
import type { SegmentState } from './index-state.ts';
import { jsonBytes } from './json-file.ts';
import { Lexicon } from './lexicon.ts';
import { PostingsTable } from './postings-table.ts';
import { categoryOfSlots, type SegmentEntries, segmentOf } from './segment-entries.ts';
import { hashOfEntry, restOf, storedEntry } from './stored-entry.ts';
import { tableKinds } from './table-size.ts';
import { listed, note, Vocabulary, vocabularyState } from './vocabulary.ts';

/** Builds a segment from scratch: each entry is read once, each file built on demand. */
export function* makeSegment(
  input: SegmentEntries,
): Generator<readonly [name: string, bytes: Uint8Array], SegmentState> {
  const { name, slots, entries } = input;
  const vocabulary = new Vocabulary();
  const lexicon = new Lexicon(abbreviations(input.abbreviations), vocabulary);
  const pairs = new PostingsTable(tableKinds[name].pairs, slots);
  const words = new PostingsTable(tableKinds[name].words, slots);
  const [ids, hashes, bodyTails] = [new Float64Array(slots), new Uint32Array(slots), new Map<number, Uint8Array>()];
  const textFiles = Map.groupBy(entries, ({ slot }) => Math.floor(slot / slotsPerText));
  for (const group of textFiles.values()) {
    const stored: StoredEntry[] = [];
    for (const { slot, entry: source } of group) {
      const entry = source.read();
      eachTerm(entry, lexicon, {
        word: (field, hash, marks) => words.add(slot, field, hash, marks),
        pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
        spelling: (spelling) => note(spelling, slot),
      });
      ids[slot] = idOf(source);
      hashes[slot] = hashOfEntry(entry);
      const tail = restOf(entry);
      if (tail) bodyTails.set(slot, tail);
      stored.push(storedEntry(slot, entry));
    }
    yield [indexFiles.texts(input, stored[0]?.slot ?? 0), jsonBytes(stored)];
  }
  for (const [shard, bytes] of pairs.files()) yield [indexFiles.pairs(input, shard), bytes];
  for (const [shard, bytes] of words.files()) yield [indexFiles.words(input, shard), bytes];
  const spellings = vocabulary.sorted();
  yield [indexFiles.spellings(input), jsonBytes(listed(spellings))];
  yield [indexFiles.categories(input), categoryOfSlots(input)];
  return {
    segment: segmentOf(input, hashes, pairs.size, words.size),
    ids,
    hashes,
    rests: bodyTails,
    pairs: pairs.size,
    words: words.size,
    vocabulary: vocabularyState(spellings),
  };
}
