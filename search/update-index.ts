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

/** A file of an index, inflated. */
export type IndexFile = readonly [name: string, bytes: Uint8Array];

/** Increment when the format of a segment's files or of IndexState changes. */
const format = 2;

/**
 * Yields the files of an index that changed, each built on demand, and returns the state for the next update.
 * `previousFile` reads an existing file, inflated; undefined where it is missing or damaged. The files are, byte for
 * byte, those of an index built from scratch: a segment whose files do not match the state is rebuilt.
 */
export function* updateIndex(
  previous: IndexState | undefined,
  sources: readonly EntrySource[],
  abbreviations: readonly Abbreviation[],
  previousFile: (name: string) => Uint8Array | undefined,
): Generator<IndexFile, IndexState> {
  const buildKey = buildKeyOf(abbreviations);
  const reusable = previous && isUsable(previous, abbreviations) ? previous : undefined;
  const knownEntries = new Map(reusable?.recent);
  const { past, year, recent } = divide(sources);
  const categories = [...new Set(sources.map(({ category }) => category))].filter((name) => name !== '').sort();
  const segments: SegmentState[] = [];
  for (const [name, slotted] of [
    ['past', past],
    ['year', year],
  ] as const) {
    if (slotted.entries.length === 0) continue;
    const input: SegmentEntries = { name, ...slotted, categories, abbreviations, madeBy: buildKey };
    const previousSegment = reusable?.segments.find(({ segment }) => segment.name === name);
    segments.push(yield* segmentFiles(previousSegment, input, previousFile, knownEntries));
  }
  const newest = recent.map((source) => {
    const id = idOf(source);
    return [id, knownEntries.get(id) ?? plainEntry(source.read())] as const;
  });
  const manifest: Contents = {
    segments: segments.map(({ segment }) => segment),
    recent: newest.map(([, entry]) => entry),
    categories,
    abbreviations,
  };
  const bytes = jsonBytes(manifest);
  if (!reusable || !sameBytes(bytes, previousFile(indexFiles.contents))) yield [indexFiles.contents, bytes];
  return { madeBy: buildKey, segments, recent: new Map(newest) };
}

/** Whether an index can be updated from this state; other abbreviations or another format need a new index. */
export function isUsable({ madeBy: buildKey }: IndexState, abbreviations: readonly Abbreviation[]): boolean {
  return buildKey === buildKeyOf(abbreviations);
}

function buildKeyOf(abbreviations: readonly Abbreviation[]): string {
  return JSON.stringify([format, abbreviations]);
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
  previous: SegmentState | undefined,
  input: SegmentEntries,
  previousFile: (name: string) => Uint8Array | undefined,
  knownEntries: Map<number, Entry>,
): Generator<IndexFile, SegmentState> {
  const updated =
    previous && unlessStale(() => updateSegment(previous, input, requireFile(previousFile), knownEntries));
  if (!updated) return yield* makeSegment(input);
  yield* updated.files;
  return updated.state;
}

function requireFile(previousFile: (name: string) => Uint8Array | undefined): (name: string) => Uint8Array {
  return (name) => {
    const bytes = previousFile(name);
    if (!bytes) throw new Doubtful(`${name} is not there`);
    return bytes;
  };
}

/** Undefined where the update throws StaleIndexError. */
function unlessStale<Result>(update: () => Result): Result | undefined {
  try {
    return update();
  } catch (error) {
    if (error instanceof Doubtful) return undefined;
    throw error;
  }
}
