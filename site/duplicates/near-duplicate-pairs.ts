import { BloomFilteredMap } from '#site/similarity/bloom-filtered-map.ts';

/** By how many of its smallest shingles a text is found. */
const searchedShingles = 16;
/** Which share of those, as far as the other's sketch reaches, it must hold for the texts to be compared. */
const minSketchShare = 1 / 4;
/** A shingle finds the first texts alone that have it in their sketch (phrases such as the union's name are everywhere). */
const maxPostings = 16;
/** The share of the shorter text's shingles that the longer must hold. */
const minSharedShare = 0.8;

/**
 * The pairs of nearly identical texts, by index, given the sketch of each text; all shingles are asked for only of texts
 * whose sketches are similar.
 */
export function nearDuplicatePairs(
  sketches: readonly Int32Array[],
  allShingles: (text: number) => Int32Array,
): { readonly earlier: number; readonly later: number }[] {
  const pairs: { earlier: number; later: number }[] = [];
  const postings = new BloomFilteredMap(sketchPostings(sketches));
  const hits = new Uint16Array(sketches.length);
  for (const [query, sketch] of sketches.entries())
    for (const text of countHits(postings, sketch, hits)) {
      const [earlier, later] = text < query ? [text, query] : [query, text];
      const isCandidate = text !== query && areSimilar(hits[text] ?? 0, sketch, sketches[text]);
      if (isCandidate && isNearDuplicate(allShingles(earlier), allShingles(later))) pairs.push({ earlier, later });
      hits[text] = 0;
    }
  return pairs;
}

/** Whether a sketch holds so many of the searched shingles of another text that the texts may be nearly identical. */
function areSimilar(hits: number, sketch: Int32Array, other: Int32Array | undefined): boolean {
  const highest = sketch.at(-1) ?? -Infinity;
  let comparable = Math.min(other?.length ?? 0, searchedShingles);
  while (comparable > 0 && (other?.[comparable - 1] ?? highest) > highest) comparable--;
  return hits >= comparable * minSketchShare;
}

/** The first texts that have a shingle in their sketch, for each shingle. */
function sketchPostings(sketches: readonly Int32Array[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [text, sketch] of sketches.entries())
    for (const shingle of sketch.subarray(0, searchedShingles)) {
      const holders = postings.get(shingle);
      if (!holders) postings.set(shingle, [text]);
      else if (holders.length < maxPostings) holders.push(text);
    }
  return postings;
}

/** Counts in `hits` how many shingles of a sketch are searched ones of each text, and returns the texts that hold any. */
function countHits(postings: BloomFilteredMap<number[]>, sketch: Int32Array, hits: Uint16Array): number[] {
  const found: number[] = [];
  const next = (from: number) => postings.nextCandidate(sketch, from, sketch.length);
  for (let at = next(0); at < sketch.length; at = next(at + 1))
    for (const text of postings.get(sketch[at] ?? 0) ?? []) {
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
