import type { Abbreviation } from './abbreviations.ts';
import { divide } from './build/divide.ts';
import { Doubtful } from './build/doubtful.ts';
import { type EntrySource, idOf } from './build/entry-source.ts';
import type { IndexState, SegmentState } from './build/index-state.ts';
import { jsonBytes } from './build/json-file.ts';
import { makeSegment } from './build/make-segment.ts';
import { sameBytes } from './build/same-bytes.ts';
import type { SegmentEntries } from './build/segment-entries.ts';
import { plainEntry } from './build/stored-entry.ts';
import { updateSegment } from './build/update-segment.ts';
import { type Contents, indexFiles, slotsPerText } from './contents.ts';
import type { Entry } from './entry.ts';

/** A file of an index, not yet deflated. */
export type IndexFile = readonly [name: string, bytes: Uint8Array];

/** Changes whenever the files of a segment, or what is remembered of it, are written in another way. */
const format = 2;

/**
 * Makes the files of an index that are not as they were, one after the other as they are asked for, and gives what to
 * remember for the next time. `fileBefore` gives a file as it stands, inflated; undefined where it is missing or damaged.
 * The files are, byte for byte, what they are without a state: whatever is doubtful is made from nothing.
 */
export function* updateIndex(
  before: IndexState | undefined,
  sources: readonly EntrySource[],
  short: readonly Abbreviation[],
  fileBefore: (name: string) => Uint8Array | undefined,
): Generator<IndexFile, IndexState> {
  const madeBy = madeWith(short);
  const usable = before && isUsable(before, short) ? before : undefined;
  const known = new Map(usable?.recent);
  const { past, year, recent } = divide(sources);
  const categories = [...new Set(sources.map(({ category }) => category))].filter((each) => each !== '').sort();
  const segments: SegmentState[] = [];
  for (const [name, placed] of [
    ['past', past],
    ['year', year],
  ] as const) {
    if (placed.entries.length === 0) continue;
    const now = { name, ...placed, categories, abbreviations: short, madeBy };
    const held = usable?.segments.find(({ segment }) => segment.name === name);
    segments.push(yield* segmentFiles(held, now, fileBefore, known));
  }
  const newest = recent.map((source) => {
    const id = idOf(source);
    return [id, known.get(id) ?? plainEntry(source.read())] as const;
  });
  const contents: Contents = {
    segments: segments.map(({ segment }) => segment),
    recent: newest.map(([, entry]) => entry),
    categories,
    abbreviations: short,
  };
  const bytes = jsonBytes(contents);
  if (!usable || !sameBytes(bytes, fileBefore(indexFiles.contents))) yield [indexFiles.contents, bytes];
  return { madeBy, segments, recent: new Map(newest) };
}

/** Whether anything of an index can be kept: with other abbreviations all of it is another one. */
export function isUsable({ madeBy }: IndexState, short: readonly Abbreviation[]): boolean {
  return madeBy === madeWith(short);
}

function madeWith(short: readonly Abbreviation[]): string {
  return JSON.stringify([format, short]);
}

/** The names of all files of an index. */
export function* fileNames({ segments }: IndexState): Generator<string> {
  for (const { segment, ids } of segments) {
    for (let shard = 0; shard < segment.pairShards; shard++) yield indexFiles.pairs(segment, shard);
    for (let shard = 0; shard < segment.wordShards; shard++) yield indexFiles.words(segment, shard);
    yield indexFiles.spellings(segment);
    yield indexFiles.categories(segment);
    for (let slot = 0; slot < ids.length; slot += slotsPerText)
      if (ids.subarray(slot, slot + slotsPerText).some((id) => id !== 0)) yield indexFiles.texts(segment, slot);
  }
  yield indexFiles.contents;
}

function* segmentFiles(
  before: SegmentState | undefined,
  now: SegmentEntries,
  fileBefore: (name: string) => Uint8Array | undefined,
  known: Map<number, Entry>,
): Generator<IndexFile, SegmentState> {
  const updated = before && withoutDoubt(() => updateSegment(before, now, mustBe(fileBefore), known));
  if (!updated) return yield* makeSegment(now);
  yield* updated.files;
  return updated.state;
}

function mustBe(fileBefore: (name: string) => Uint8Array | undefined): (name: string) => Uint8Array {
  return (name) => {
    const bytes = fileBefore(name);
    if (!bytes) throw new Doubtful(`${name} is not there`);
    return bytes;
  };
}

function withoutDoubt<Result>(update: () => Result): Result | undefined {
  try {
    return update();
  } catch (error) {
    if (error instanceof Doubtful) return undefined;
    throw error;
  }
}
