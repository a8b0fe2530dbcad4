import { shingles, syllableHasher } from './shingles.ts';

/** In a text of fewer syllables only an exact copy is a repetition, so that it has no sketch. */
const minSyllables = 30;
/** A sketch holds the shingles in the lowest eighth of all hashes (a FracMinHash), and no fewer or more than these. */
const highestHash = -(2 ** 31) + 2 ** 29;
const [minShingles, maxShingles] = [16, 1024];

const hashSyllables = syllableHasher();

/** All shingles of a text, ascending; none of a text of a few words. */
export function textShingles(text: string): Int32Array {
  const syllables = hashSyllables(text);
  return syllables.length < minSyllables ? new Int32Array() : shingles(syllables);
}

/**
 * The smallest shingles of a text, which hold as large a share of another text's smallest as all hold of all. Each is
 * four characters up to U+00FF, in the byte order of the machine: strings take little in the build cache.
 */
export function textSketch(text: string): string {
  const all = textShingles(text);
  const low = all.findIndex((shingle) => shingle > highestHash);
  const count = Math.min(Math.max(low === -1 ? all.length : low, minShingles), maxShingles);
  return String.fromCharCode(...new Uint8Array(all.slice(0, count).buffer));
}

/** The shingles of a sketch, ascending. */
export function shinglesOfSketch(sketch: string): Int32Array {
  const bytes = new Uint8Array(sketch.length);
  for (let index = 0; index < sketch.length; index++) bytes[index] = sketch.charCodeAt(index);
  return new Int32Array(bytes.buffer);
}
