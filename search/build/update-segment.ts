import { abbreviations } from '#search/abbreviations.ts';
import { indexFiles, slotsPerText } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import { eachTerm } from './each-term.ts';
import { idOf } from './entry-source.ts';
import type { SegmentState } from './index-state.ts';
import { jsonBytes } from './json-file.ts';
import { Lexicon } from './lexicon.ts';
import { OldTexts } from './old-texts.ts';
import { sameBytes } from './same-bytes.ts';
import { categoryOfSlots, type SegmentEntries, segmentOf } from './segment-entries.ts';
import { hashOfEntry, restOf, storedEntry } from './stored-entry.ts';
import { TableChanges } from './table-changes.ts';
import { tableKinds } from './table-size.ts';
import { listed, note, Vocabulary, vocabularyState } from './vocabulary.ts';

type Files = (readonly [name: string, bytes: Uint8Array])[];

/** With more changed entries, rebuilding the segment takes hardly longer. */
const maxChanged = 256;

/**
 * Updates a segment: removes the terms of old entries, adds those of new ones, and returns the files that changed.
 * Undefined where the segment must be rebuilt. `knownEntries` maps ids to entries; removed entries are added to it.
 */
export function updateSegment(
  previous: SegmentState,
  input: SegmentEntries,
  read: (name: string) => Uint8Array,
  knownEntries: Map<number, Entry>,
): { readonly files: Files; readonly state: SegmentState } | undefined {
  const { slots, years, version } = previous.segment;
  if (slots !== input.slots || JSON.stringify(years) !== JSON.stringify(input.years)) return undefined;
  const ids = new Float64Array(slots);
  for (const { slot, entry } of input.entries) ids[slot] = idOf(entry);
  const changedSlots: number[] = [];
  for (let slot = 0; slot < slots; slot++) if (ids[slot] !== previous.ids[slot]) changedSlots.push(slot);
  if (changedSlots.length > maxChanged) return undefined;

  const { files, ...changed } =
    changedSlots.length > 0
      ? updateSlots(changedSlots, ids, previous, input, read, knownEntries)
      : { ...previous, files: [] };
  const state: SegmentState = {
    ...changed,
    ids,
    segment: segmentOf(input, changed.hashes, changed.pairs, changed.words),
  };
  const { pairShards, wordShards } = state.segment;
  if (pairShards !== previous.segment.pairShards || wordShards !== previous.segment.wordShards) return undefined;
  if (state.segment.version === version) return { files, state };
  const categories = categoryOfSlots(input);
  const name = indexFiles.categories(input);
  if (!sameBytes(categories, read(name))) files.push([name, categories]);
  return { files, state };
}

/** The files and the state that change with the entries of some slots. */
function updateSlots(
  changedSlots: readonly number[],
  ids: Float64Array,
  previous: SegmentState,
  { name, slots, entries, abbreviations: abbreviationList }: SegmentEntries,
  read: (name: string) => Uint8Array,
  knownEntries: Map<number, Entry>,
): Omit<SegmentState, 'ids' | 'segment'> & { readonly files: Files } {
  const { segment } = previous;
  const previousEntries = new OldTexts(previous, read);
  const vocabulary = Vocabulary.of(previous.vocabulary);
  const lexicon = new Lexicon(abbreviations(abbreviationList), vocabulary);
  const pairs = new TableChanges(tableKinds[name].pairs, previous.pairs, segment.pairShards, slots);
  const words = new TableChanges(tableKinds[name].words, previous.words, segment.wordShards, slots);
  for (const slot of changedSlots.filter((changed) => previous.ids[changed])) {
    const entry = previousEntries.entry(slot);
    knownEntries.set(previous.ids[slot] ?? 0, entry);
    eachTerm(entry, lexicon, {
      word: (field, hash, marks) => words.remove(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.remove(slot, field, hash, marks),
      spelling: (spelling) => note(spelling, slot, -1),
    });
  }
  const newEntries = new Map<number, Entry>();
  const [hashes, bodyTails] = [previous.hashes.slice(), new Map(previous.rests)];
  const sources = new Map(entries.map(({ slot, entry }) => [slot, entry]));
  for (const slot of changedSlots) {
    hashes[slot] = 0;
    bodyTails.delete(slot);
    const source = sources.get(slot);
    if (!source) continue;
    const entry = knownEntries.get(ids[slot] ?? 0) ?? source.read();
    newEntries.set(slot, entry);
    hashes[slot] = hashOfEntry(entry);
    const tail = restOf(entry);
    if (tail) bodyTails.set(slot, tail);
    eachTerm(entry, lexicon, {
      word: (field, hash, marks) => words.add(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
      spelling: (spelling) => note(spelling, slots + slot),
    });
  }
  const files: Files = [];
  for (const first of new Set(changedSlots.map((slot) => slot - (slot % slotsPerText)))) {
    const used = [...ids.subarray(first, first + slotsPerText).keys()].map((at) => first + at).filter((at) => ids[at]);
    const stored = used.map((slot) => storedEntry(slot, newEntries.get(slot) ?? previousEntries.entry(slot)));
    if (stored.length > 0) files.push([indexFiles.texts(segment, first), jsonBytes(stored)]);
  }
  for (const [shard, bytes] of pairs.files((shard) => read(indexFiles.pairs(segment, shard))))
    files.push([indexFiles.pairs(segment, shard), bytes]);
  for (const [shard, bytes] of words.files((shard) => read(indexFiles.words(segment, shard))))
    files.push([indexFiles.words(segment, shard), bytes]);
  const spellings = vocabulary.sorted();
  const list = jsonBytes(listed(spellings));
  if (!sameBytes(list, read(indexFiles.spellings(segment)))) files.push([indexFiles.spellings(segment), list]);
  return {
    files,
    hashes,
    rests: bodyTails,
    pairs: pairs.size,
    words: words.size,
    vocabulary: vocabularyState(spellings),
  };
}
