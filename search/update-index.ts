import { buildSegment } from './build/build-segment.ts';
import { divideIntoSegments } from './build/divide-into-segments.ts';
import { type EntrySource, entryId } from './build/entry-source.ts';
import type { IndexState, SegmentState } from './build/index-state.ts';
import { jsonBytes } from './build/json-bytes.ts';
import { sameBytes } from './build/same-bytes.ts';
import type { SegmentInput } from './build/segment-input.ts';
import { StaleIndexError } from './build/stale-index-error.ts';
import { canonicalEntry } from './build/stored-entry.ts';
import { updateSegment } from './build/update-segment.ts';
import type { SearchAbbreviation } from './compile-abbreviations.ts';
import { type IndexManifest, indexFilePaths, slotsPerTextFile } from './index-manifest.ts';
import type { SearchEntry } from './search-entry.ts';

/** A file of an index, inflated. */
export type IndexFile = readonly [name: string, bytes: Uint8Array];

/** Increment when the format of a segment's files or of IndexState changes. */
const format = 3;

/**
 * Yields the files of an index that changed, each built on demand, and returns the state for the next update.
 * `previousFile` reads an existing file, inflated; undefined where it is missing or damaged. The files are, byte for
 * byte, those of an index built from scratch: a segment whose files do not match the state is rebuilt.
 */
export function* updateIndex(
  previous: IndexState | undefined,
  sources: readonly EntrySource[],
  abbreviations: readonly SearchAbbreviation[],
  previousFile: (name: string) => Uint8Array | undefined,
): Generator<IndexFile, IndexState> {
  const buildKey = buildKeyOf(abbreviations);
  const reusable = previous && canReuseIndexState(previous, abbreviations) ? previous : undefined;
  const knownEntries = new Map(reusable?.recent);
  const { past, year, recent } = divideIntoSegments(sources);
  const categories = [...new Set(sources.map(({ category }) => category))].filter((name) => name !== '').sort();
  const segments: SegmentState[] = [];
  for (const [name, slotted] of [
    ['past', past],
    ['year', year],
  ] as const) {
    if (slotted.entries.length === 0) continue;
    const input: SegmentInput = { name, ...slotted, categories, abbreviations, buildKey };
    const previousSegment = reusable?.segments.find(({ segment }) => segment.name === name);
    segments.push(yield* segmentFiles(previousSegment, input, previousFile, knownEntries));
  }
  const newest = recent.map((source) => {
    const id = entryId(source);
    return [id, knownEntries.get(id) ?? canonicalEntry(source.read())] as const;
  });
  const manifest: IndexManifest = {
    segments: segments.map(({ segment }) => segment),
    recent: newest.map(([, entry]) => entry),
    categories,
    abbreviations,
  };
  const bytes = jsonBytes(manifest);
  if (!reusable || !sameBytes(bytes, previousFile(indexFilePaths.manifest))) yield [indexFilePaths.manifest, bytes];
  return { buildKey, segments, recent: new Map(newest) };
}

/** Whether an index can be updated from this state; other abbreviations or another format need a new index. */
export function canReuseIndexState({ buildKey }: IndexState, abbreviations: readonly SearchAbbreviation[]): boolean {
  return buildKey === buildKeyOf(abbreviations);
}

function buildKeyOf(abbreviations: readonly SearchAbbreviation[]): string {
  return JSON.stringify([format, abbreviations]);
}

/** The names of all files of an index. */
export function* indexFileNames({ segments }: IndexState): Generator<string> {
  for (const { segment, ids } of segments) {
    for (let shard = 0; shard < segment.pairShards; shard++) yield indexFilePaths.pairs(segment, shard);
    for (let shard = 0; shard < segment.wordShards; shard++) yield indexFilePaths.words(segment, shard);
    for (const initial of segment.initials) yield indexFilePaths.spellings(segment, initial);
    yield indexFilePaths.categories(segment);
    for (let slot = 0; slot < ids.length; slot += slotsPerTextFile)
      if (ids.subarray(slot, slot + slotsPerTextFile).some((id) => id !== 0)) yield indexFilePaths.texts(segment, slot);
  }
  yield indexFilePaths.manifest;
}

function* segmentFiles(
  previous: SegmentState | undefined,
  input: SegmentInput,
  previousFile: (name: string) => Uint8Array | undefined,
  knownEntries: Map<number, SearchEntry>,
): Generator<IndexFile, SegmentState> {
  const updated =
    previous && unlessStale(() => updateSegment(previous, input, requireFile(previousFile), knownEntries));
  if (!updated) return yield* buildSegment(input);
  yield* updated.files;
  return updated.state;
}

function requireFile(previousFile: (name: string) => Uint8Array | undefined): (name: string) => Uint8Array {
  return (name) => {
    const bytes = previousFile(name);
    if (!bytes) throw new StaleIndexError(`${name} is not there`);
    return bytes;
  };
}

/** Undefined where the update throws StaleIndexError. */
function unlessStale<Result>(update: () => Result): Result | undefined {
  try {
    return update();
  } catch (error) {
    if (error instanceof StaleIndexError) return undefined;
    throw error;
  }
}
