import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import { indexFilePaths, type StoredEntry, slotsPerTextFile } from '#search/index-manifest.ts';
import { entryId } from './entry-source.ts';
import type { SegmentState } from './index-state.ts';
import { jsonBytes } from './json-bytes.ts';
import { Lexicon } from './lexicon.ts';
import { PostingsTable } from './postings-table.ts';
import { postingsTableKinds } from './postings-table-size.ts';
import { type SegmentInput, segmentMetadata, slotCategories } from './segment-input.ts';
import { bodyTail, entryHash, storedEntry } from './stored-entry.ts';
import { visitTerms } from './visit-terms.ts';
import { countSpelling, frequentWords, Vocabulary, vocabularyState } from './vocabulary.ts';

/** Builds a segment from scratch: each entry is read once, each file built on demand. */
export function* buildSegment(
  input: SegmentInput,
): Generator<readonly [name: string, bytes: Uint8Array], SegmentState> {
  const { name, slots, entries } = input;
  const vocabulary = new Vocabulary();
  const lexicon = new Lexicon(compileAbbreviations(input.abbreviations), vocabulary);
  const pairs = new PostingsTable(postingsTableKinds[name].pairs, slots);
  const words = new PostingsTable(postingsTableKinds[name].words, slots);
  const [ids, hashes, bodyTails] = [new Float64Array(slots), new Uint32Array(slots), new Map<number, Uint8Array>()];
  const textFiles = Map.groupBy(entries, ({ slot }) => Math.floor(slot / slotsPerTextFile));
  for (const group of textFiles.values()) {
    const stored: StoredEntry[] = [];
    for (const { slot, entry: source } of group) {
      const entry = source.read();
      visitTerms(entry, lexicon, {
        word: (field, hash, marks) => words.add(slot, field, hash, marks),
        pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
        spelling: (spelling) => countSpelling(spelling, slot),
      });
      ids[slot] = entryId(source);
      hashes[slot] = entryHash(entry);
      const tail = bodyTail(entry);
      if (tail) bodyTails.set(slot, tail);
      stored.push(storedEntry(slot, entry));
    }
    yield [indexFilePaths.texts(input, stored[0]?.slot ?? 0), jsonBytes(stored)];
  }
  for (const [shard, bytes] of pairs.shards()) yield [indexFilePaths.pairs(input, shard), bytes];
  for (const [shard, bytes] of words.shards()) yield [indexFilePaths.words(input, shard), bytes];
  const spellings = vocabulary.sortedSpellings();
  const listed = frequentWords(spellings);
  for (const [initial, list] of listed) yield [indexFilePaths.spellings(input, initial), jsonBytes(list)];
  yield [indexFilePaths.categories(input), slotCategories(input)];
  return {
    segment: segmentMetadata(input, hashes, pairs.size, words.size, [...listed.keys()].join('')),
    ids,
    hashes,
    bodyTails,
    pairs: pairs.size,
    words: words.size,
    vocabulary: vocabularyState(spellings),
  };
}
