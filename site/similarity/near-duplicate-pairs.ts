import { BloomFilteredMap } from './bloom-filtered-map.ts';
import { absentIndex, type NumbersByText, newIndexesOf, unchangedRuns } from './numbers-by-text.ts';

/** The pairs of nearly identical texts, and which shingles of their sketches are indexed. */
export interface NearDuplicatePairs {
  /** For each text a bit per shingle of its sketch: whether the postings of the shingle include the text. */
  readonly indexedBits: Uint16Array;
  /** Pairs of nearly identical texts, flattened: a text, then one found by the indexed shingles of the first. */
  readonly duplicatePairs: Int32Array;
}

/** A text's MinHash sketch is its 16 smallest shingles. */
const sketchSize = 16;
/** How many indexed shingles of a text another must hold to be compared with it. */
const minSketchHits = 4;
/** The postings of a shingle hold the first texts alone (phrases such as the union's name are everywhere). */
const maxPostings = 16;
/** The share of the shorter text's shingles that the longer must hold. */
const minSharedShare = 0.8;

/**
 * Finds the pairs of nearly identical texts, given their shingles in ascending order; `oldIndexes` are their indexes in
 * `previous`. A text that is new, or whose indexed shingles changed, is compared with all texts by its sketch; a new
 * text also with all others by their sketches.
 */
export function nearDuplicatePairs(
  texts: NumbersByText,
  oldIndexes: Int32Array,
  previous: NumbersByText & NearDuplicatePairs,
): NearDuplicatePairs {
  const isNew = (text: number) => oldIndexes[text] === absentIndex;
  const newIndexes = newIndexesOf(oldIndexes, previous.indexedBits.length);
  const removed = [...newIndexes.keys()].filter((oldIndex) => newIndexes[oldIndex] === absentIndex);
  const all = [...oldIndexes.keys()];
  const added = all.filter(isNew);
  const indexedBits = new Uint16Array(all.length);
  for (const { text, oldIndex, length } of unchangedRuns(oldIndexes))
    indexedBits.set(previous.indexedBits.subarray(oldIndex, oldIndex + length), text);

  const changedSketches = [
    ...removed.map((oldIndex) => sketch(previous, oldIndex)),
    ...added.map((text) => sketch(texts, text)),
  ];
  const changedShingles = new Set(changedSketches.flatMap((shingles) => [...shingles]));
  const reindexed = reindex(texts, indexedBits, changedShingles);
  const isChanged = (text: number) => isNew(text) || reindexed.has(text);
  const indexedSketch = (text: number) => {
    const [all, bits] = [sketch(texts, text), indexedBits[text] ?? 0];
    // Mostly all are indexed: this saves a copy.
    return bits === 2 ** all.length - 1 ? all : all.filter((_, at) => (bits >>> at) & 1);
  };
  const allShingles = (text: number) => listOf(texts, text);

  const pairs: number[] = [];
  for (let at = 0; at < previous.duplicatePairs.length; at += 2) {
    const text = newIndexes[previous.duplicatePairs[at] ?? 0] ?? absentIndex;
    const other = newIndexes[previous.duplicatePairs[at + 1] ?? 0] ?? absentIndex;
    if (text !== absentIndex && other !== absentIndex && !isChanged(text)) pairs.push(text, other);
  }
  const addIfSimilar = (text: number, other: number) => {
    const [earlier, later] = text < other ? [text, other] : [other, text];
    if (text !== other && isNearDuplicate(allShingles(earlier), allShingles(later))) pairs.push(text, other);
  };
  visitCandidates(
    { texts: all.filter(isChanged), list: indexedSketch },
    { texts: all, list: allShingles },
    all.length,
    addIfSimilar,
  );
  const unchanged = all.filter((text) => !isChanged(text));
  visitCandidates(
    { texts: added, list: allShingles },
    { texts: unchanged, list: indexedSketch },
    all.length,
    (text, other) => addIfSimilar(other, text),
  );
  return { indexedBits, duplicatePairs: Int32Array.from(pairs) };
}

function listOf({ starts, numbers }: NumbersByText, text: number): Int32Array {
  return numbers.subarray(starts[text], starts[text + 1]);
}

function sketch(texts: NumbersByText, text: number): Int32Array {
  return listOf(texts, text).subarray(0, sketchSize);
}

/** Corrects the indexed bits of the changed shingles and returns the texts whose bits changed. */
function reindex(texts: NumbersByText, indexedBits: Uint16Array, changed: ReadonlySet<number>): Set<number> {
  const counts = new Map<number, number>();
  const reindexed = new Set<number>();
  for (const text of indexedBits.keys()) {
    const start = texts.starts[text] ?? 0;
    const size = Math.min(sketchSize, (texts.starts[text + 1] ?? 0) - start);
    for (let at = 0; at < size; at++) {
      const shingle = texts.numbers[start + at] ?? 0;
      if (!changed.has(shingle)) continue;
      const count = counts.get(shingle) ?? 0;
      counts.set(shingle, count + 1);
      const [oldBit, bit] = [((indexedBits[text] ?? 0) >>> at) & 1, count < maxPostings ? 1 : 0];
      if (oldBit === bit) continue;
      indexedBits[text] = (indexedBits[text] ?? 0) ^ (1 << at);
      reindexed.add(text);
    }
  }
  return reindexed;
}

/** Texts, and the shingles by which each takes part in a search for candidates. */
interface Side {
  readonly texts: readonly number[];
  readonly list: (text: number) => Int32Array;
}

/** Visits each text of `indexed` with each of `queries` that shares at least minSketchHits of its shingles. */
function visitCandidates(
  indexed: Side,
  queries: Side,
  count: number,
  visit: (text: number, query: number) => void,
): void {
  if (indexed.texts.length === 0 || queries.texts.length === 0) return;
  const postings = new BloomFilteredMap(postingsOf(indexed));
  const hits = new Uint16Array(count);
  for (const query of queries.texts)
    for (const text of countHits(postings, queries.list(query), hits)) {
      if ((hits[text] ?? 0) >= minSketchHits) visit(text, query);
      hits[text] = 0;
    }
}

/** The texts of each shingle. */
function postingsOf({ texts, list }: Side): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const text of texts)
    for (const shingle of list(text)) {
      const holders = postings.get(shingle);
      if (holders) holders.push(text);
      else postings.set(shingle, [text]);
    }
  return postings;
}

/** Counts in `hits` how many of some shingles each text holds, and returns the texts that hold any. */
function countHits(postings: BloomFilteredMap<number[]>, shingles: Int32Array, hits: Uint16Array): number[] {
  const found: number[] = [];
  const next = (from: number) => postings.nextCandidate(shingles, from, shingles.length);
  for (let at = next(0); at < shingles.length; at = next(at + 1))
    for (const text of postings.get(shingles[at] ?? 0) ?? []) {
      const hitsBefore = hits[text] ?? 0;
      if (hitsBefore === 0) found.push(text);
      hits[text] = hitsBefore + 1;
    }
  return found;
}

/** Whether two texts share most shingles; a later text over twice as long (a round-up of news) is no duplicate. */
function isNearDuplicate(earlier: Int32Array, later: Int32Array): boolean {
  if (earlier.length * 2 < later.length) return false;
  const [shorter, longer] = earlier.length < later.length ? [earlier, later] : [later, earlier];
  const minShared = minSharedShare * shorter.length;
  let shared = 0;
  let at = 0;
  for (let index = 0; index < shorter.length && shared + shorter.length - index >= minShared; index++) {
    const shingle = shorter[index] ?? 0;
    while ((longer[at] ?? Infinity) < shingle) at++;
    if (longer[at] === shingle) shared++;
  }
  return shared >= minShared;
}
