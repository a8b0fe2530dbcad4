import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import { indexFilePaths, slotsPerTextFile } from '#search/index-manifest.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { entryId } from './entry-source.ts';
import type { SegmentState } from './index-state.ts';
import { jsonBytes } from './json-bytes.ts';
import { Lexicon } from './lexicon.ts';
import { postingsTableKinds } from './postings-table-size.ts';
import { PostingsUpdate } from './postings-update.ts';
import { PreviousEntries } from './previous-entries.ts';
import { sameBytes } from './same-bytes.ts';
import { type SegmentInput, segmentMetadata, slotCategories } from './segment-input.ts';
import { bodyTail, entryHash, storedEntry } from './stored-entry.ts';
import { visitTerms } from './visit-terms.ts';
import { countSpelling, frequentWords, Vocabulary, vocabularyState } from './vocabulary.ts';

type Files = (readonly [name: string, bytes: Uint8Array])[];

/** With more changed entries, rebuilding the segment takes hardly longer. */
const maxChanged = 256;

/**
 * Updates a segment: removes the terms of old entries, adds those of new ones, and returns the files that changed.
 * Undefined where the segment must be rebuilt. `knownEntries` maps ids to entries; removed entries are added to it.
 */
export function updateSegment(
  previous: SegmentState,
  input: SegmentInput,
  read: (name: string) => Uint8Array,
  knownEntries: Map<number, SearchEntry>,
): { readonly files: Files; readonly state: SegmentState } | undefined {
  const { slots, years, version } = previous.segment;
  if (slots !== input.slots || JSON.stringify(years) !== JSON.stringify(input.years)) return undefined;
  const ids = new Float64Array(slots);
  for (const { slot, entry } of input.entries) ids[slot] = entryId(entry);
  const changedSlots = [...ids.keys()].filter((slot) => ids[slot] !== previous.ids[slot]);
  if (changedSlots.length > maxChanged) return undefined;

  const { files, initials, ...changed } =
    changedSlots.length > 0
      ? updateSlots({ ids, changedSlots }, previous, input, read, knownEntries)
      : { ...previous, initials: previous.segment.initials, files: [] };
  const state: SegmentState = {
    ...changed,
    ids,
    segment: segmentMetadata(input, changed.hashes, changed.pairs, changed.words, initials),
  };
  const { pairShards, wordShards } = state.segment;
  if (pairShards !== previous.segment.pairShards || wordShards !== previous.segment.wordShards) return undefined;
  if (state.segment.version === version) return { files, state };
  const categories = slotCategories(input);
  const name = indexFilePaths.categories(input);
  if (!sameBytes(categories, read(name))) files.push([name, categories]);
  return { files, state };
}

/** The new ids of all slots, and the slots whose id changed. */
interface SlotChanges {
  readonly ids: Float64Array;
  readonly changedSlots: readonly number[];
}

/** The files and the state that change with the entries of some slots. */
function updateSlots(
  changes: SlotChanges,
  previous: SegmentState,
  { name, slots, entries, abbreviations: abbreviationList }: SegmentInput,
  read: (name: string) => Uint8Array,
  knownEntries: Map<number, SearchEntry>,
): Omit<SegmentState, 'ids' | 'segment'> & { readonly initials: string; readonly files: Files } {
  const { ids, changedSlots } = changes;
  const { segment } = previous;
  const previousEntries = new PreviousEntries(previous, read);
  const vocabulary = Vocabulary.fromState(previous.vocabulary);
  const lexicon = new Lexicon(compileAbbreviations(abbreviationList), vocabulary);
  const pairs = new PostingsUpdate(postingsTableKinds[name].pairs, previous.pairs, segment.pairShards, slots);
  const words = new PostingsUpdate(postingsTableKinds[name].words, previous.words, segment.wordShards, slots);
  for (const slot of changedSlots.filter((changed) => previous.ids[changed])) {
    const entry = previousEntries.entry(slot);
    knownEntries.set(previous.ids[slot] ?? 0, entry);
    visitTerms(entry, lexicon, {
      word: (field, hash, marks) => words.remove(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.remove(slot, field, hash, marks),
      spelling: (spelling) => countSpelling(spelling, slot, -1),
    });
  }
  const newEntries = new Map<number, SearchEntry>();
  const [hashes, bodyTails] = [previous.hashes.slice(), new Map(previous.bodyTails)];
  const sources = new Map(entries.map(({ slot, entry }) => [slot, entry]));
  for (const slot of changedSlots) {
    hashes[slot] = 0;
    bodyTails.delete(slot);
    const source = sources.get(slot);
    if (!source) continue;
    const entry = knownEntries.get(ids[slot] ?? 0) ?? source.read();
    newEntries.set(slot, entry);
    hashes[slot] = entryHash(entry);
    const tail = bodyTail(entry);
    if (tail) bodyTails.set(slot, tail);
    visitTerms(entry, lexicon, {
      word: (field, hash, marks) => words.add(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
      spelling: (spelling) => countSpelling(spelling, slots + slot),
    });
  }
  const files = textFiles(changes, segment, (slot) => newEntries.get(slot) ?? previousEntries.entry(slot));
  for (const [shard, bytes] of pairs.changedShards((shard) => read(indexFilePaths.pairs(segment, shard))))
    files.push([indexFilePaths.pairs(segment, shard), bytes]);
  for (const [shard, bytes] of words.changedShards((shard) => read(indexFilePaths.words(segment, shard))))
    files.push([indexFilePaths.words(segment, shard), bytes]);
  const spellings = vocabulary.sortedSpellings();
  const listed = frequentWords(spellings);
  for (const [initial, list] of listed) {
    const [name, bytes] = [indexFilePaths.spellings(segment, initial), jsonBytes(list)];
    const isKept = segment.initials.includes(initial) && sameBytes(bytes, read(name));
    if (!isKept) files.push([name, bytes]);
  }
  return {
    files,
    initials: [...listed.keys()].join(''),
    hashes,
    bodyTails,
    pairs: pairs.size,
    words: words.size,
    vocabulary: vocabularyState(spellings),
  };
}

/** The text files with the changed slots; a file that would be empty is left out. */
function textFiles(
  { ids, changedSlots }: SlotChanges,
  segment: SegmentState['segment'],
  entryAt: (slot: number) => SearchEntry,
): Files {
  const files: Files = [];
  for (const first of new Set(changedSlots.map((slot) => slot - (slot % slotsPerTextFile)))) {
    const used = [...ids.subarray(first, first + slotsPerTextFile).keys()]
      .map((at) => first + at)
      .filter((at) => ids[at]);
    const stored = used.map((slot) => storedEntry(slot, entryAt(slot)));
    if (stored.length > 0) files.push([indexFilePaths.texts(segment, first), jsonBytes(stored)]);
  }
  return files;
}
