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

/** From so many entries on, making a segment from nothing is hardly slower. */
const mostTouched = 256;

/**
 * Brings a segment up to date: what left it is taken out of the files that hold its words, what came is put in; gives
 * those files. Undefined where it must be made from nothing. `known` has entries by their ids, and gets those that left.
 */
export function updateSegment(
  before: SegmentState,
  now: SegmentEntries,
  read: (name: string) => Uint8Array,
  known: Map<number, Entry>,
): { readonly files: Files; readonly state: SegmentState } | undefined {
  const { slots, years, version } = before.segment;
  if (slots !== now.slots || JSON.stringify(years) !== JSON.stringify(now.years)) return undefined;
  const ids = new Float64Array(slots);
  for (const { slot, entry } of now.entries) ids[slot] = idOf(entry);
  const touched: number[] = [];
  for (let slot = 0; slot < slots; slot++) if (ids[slot] !== before.ids[slot]) touched.push(slot);
  if (touched.length > mostTouched) return undefined;

  const { files, ...changed } =
    touched.length > 0 ? changedBy(touched, ids, before, now, read, known) : { ...before, files: [] };
  const state: SegmentState = {
    ...changed,
    ids,
    segment: segmentOf(now, changed.hashes, changed.pairs, changed.words),
  };
  const { pairShards, wordShards } = state.segment;
  if (pairShards !== before.segment.pairShards || wordShards !== before.segment.wordShards) return undefined;
  if (state.segment.version === version) return { files, state };
  const categories = categoryOfSlots(now);
  if (!sameBytes(categories, read(indexFiles.categories(now)))) files.push([indexFiles.categories(now), categories]);
  return { files, state };
}

/** What other entries at some slots make other. */
function changedBy(
  touched: readonly number[],
  ids: Float64Array,
  before: SegmentState,
  { name, slots, entries, abbreviations: short }: SegmentEntries,
  read: (name: string) => Uint8Array,
  known: Map<number, Entry>,
): Omit<SegmentState, 'ids' | 'segment'> & { readonly files: Files } {
  const { segment } = before;
  const old = new OldTexts(before, read);
  const vocabulary = Vocabulary.of(before.vocabulary);
  const lexicon = new Lexicon(abbreviations(short), vocabulary);
  const pairs = new TableChanges(tableKinds[name].pairs, before.pairs, segment.pairShards, slots);
  const words = new TableChanges(tableKinds[name].words, before.words, segment.wordShards, slots);
  for (const slot of touched.filter((each) => before.ids[each])) {
    const entry = old.entry(slot);
    known.set(before.ids[slot] ?? 0, entry);
    eachTerm(entry, lexicon, {
      word: (field, hash, marks) => words.remove(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.remove(slot, field, hash, marks),
      spelling: (spelling) => note(spelling, slot, -1),
    });
  }
  const [come, hashes, rests] = [new Map<number, Entry>(), before.hashes.slice(), new Map(before.rests)];
  const sources = new Map(entries.map(({ slot, entry }) => [slot, entry]));
  for (const slot of touched) {
    hashes[slot] = 0;
    rests.delete(slot);
    const source = sources.get(slot);
    if (!source) continue;
    const entry = known.get(ids[slot] ?? 0) ?? source.read();
    come.set(slot, entry);
    hashes[slot] = hashOfEntry(entry);
    const rest = restOf(entry);
    if (rest) rests.set(slot, rest);
    eachTerm(entry, lexicon, {
      word: (field, hash, marks) => words.add(slot, field, hash, marks),
      pair: (field, hash, marks) => pairs.add(slot, field, hash, marks),
      spelling: (spelling) => note(spelling, slots + slot),
    });
  }
  const files: Files = [];
  for (const first of new Set(touched.map((slot) => slot - (slot % slotsPerText)))) {
    const held = [...ids.subarray(first, first + slotsPerText).keys()].map((at) => first + at).filter((at) => ids[at]);
    const stored = held.map((slot) => storedEntry(slot, come.get(slot) ?? old.entry(slot)));
    if (stored.length > 0) files.push([indexFiles.texts(segment, first), jsonBytes(stored)]);
  }
  for (const [shard, bytes] of pairs.files((shard) => read(indexFiles.pairs(segment, shard))))
    files.push([indexFiles.pairs(segment, shard), bytes]);
  for (const [shard, bytes] of words.files((shard) => read(indexFiles.words(segment, shard))))
    files.push([indexFiles.words(segment, shard), bytes]);
  const spellings = vocabulary.sorted();
  const list = jsonBytes(listed(spellings));
  if (!sameBytes(list, read(indexFiles.spellings(segment)))) files.push([indexFiles.spellings(segment), list]);
  return { files, hashes, rests, pairs: pairs.size, words: words.size, vocabulary: vocabularyState(spellings) };
}
