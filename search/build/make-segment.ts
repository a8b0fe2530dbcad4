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

/** Makes a segment from nothing: each entry is read once, each file made as it is asked for. */
export function* makeSegment(
  made: SegmentEntries,
): Generator<readonly [name: string, bytes: Uint8Array], SegmentState> {
  const { name, slots, entries } = made;
  const vocabulary = new Vocabulary();
  const lexicon = new Lexicon(abbreviations(made.abbreviations), vocabulary);
  const pairs = new PostingsTable(tableKinds[name].pairs, slots);
  const words = new PostingsTable(tableKinds[name].words, slots);
  const [ids, hashes, rests] = [new Float64Array(slots), new Uint32Array(slots), new Map<number, Uint8Array>()];
  const texts = Map.groupBy(entries, ({ slot }) => Math.floor(slot / slotsPerText));
  for (const group of texts.values()) {
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
      const rest = restOf(entry);
      if (rest) rests.set(slot, rest);
      stored.push(storedEntry(slot, entry));
    }
    yield [indexFiles.texts(made, stored[0]?.slot ?? 0), jsonBytes(stored)];
  }
  for (const [shard, bytes] of pairs.files()) yield [indexFiles.pairs(made, shard), bytes];
  for (const [shard, bytes] of words.files()) yield [indexFiles.words(made, shard), bytes];
  const spellings = vocabulary.sorted();
  yield [indexFiles.spellings(made), jsonBytes(listed(spellings))];
  yield [indexFiles.categories(made), categoryOfSlots(made)];
  return {
    segment: segmentOf(made, hashes, pairs.size, words.size),
    ids,
    hashes,
    rests,
    pairs: pairs.size,
    words: words.size,
    vocabulary: vocabularyState(spellings),
  };
}
