import { BloomFilteredMap } from './bloom-filtered-map.ts';

/** A text's MinHash sketch is its 16 smallest shingles. */
const sketchSize = 16;
/** How many shingles of a text's sketch another must hold to be compared with it. */
const minSketchHits = 4;
/** A shingle finds the first texts alone that have it in their sketch (phrases such as the union's name are everywhere). */
const maxPostings = 16;
/** The share of the shorter text's shingles that the longer must hold. */
const minSharedShare = 0.8;

const noShingles = new Int32Array();

/** The pairs of nearly identical texts, by index, given the shingles of each text in ascending order. */
export function nearDuplicatePairs(
  texts: readonly Int32Array[],
): { readonly earlier: number; readonly later: number }[] {
  const pairs: { earlier: number; later: number }[] = [];
  const postings = new BloomFilteredMap(sketchPostings(texts));
  const hits = new Uint16Array(texts.length);
  for (const [query, shingles] of texts.entries())
    for (const text of countHits(postings, shingles, hits)) {
      const [earlier, later] = text < query ? [text, query] : [query, text];
      const isCandidate = text !== query && (hits[text] ?? 0) >= minSketchHits;
      if (isCandidate && isNearDuplicate(texts[earlier] ?? noShingles, texts[later] ?? noShingles))
        pairs.push({ earlier, later });
      hits[text] = 0;
    }
  return pairs;
}

/** The first texts that have a shingle in their sketch, for each shingle. */
function sketchPostings(texts: readonly Int32Array[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [text, shingles] of texts.entries())
    for (const shingle of shingles.subarray(0, sketchSize)) {
      const holders = postings.get(shingle);
      if (!holders) postings.set(shingle, [text]);
      else if (holders.length < maxPostings) holders.push(text);
    }
  return postings;
}

/** Counts in `hits` how many of some shingles the sketch of each text holds, and returns the texts that hold any. */
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
