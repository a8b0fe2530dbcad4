import { fold } from '#vietnamese/fold.ts';

const shingleLength = 5;
const separator = 1;
const mark = 2;
const base = 0x2c1b3c6d;
const baseToLength = Array.from({ length: shingleLength }, () => base).reduce(Math.imul, 1);

/** Returns a function that gives the hashes of a text's folded syllables (FNV-1a); it folds each character once. */
export function syllableHasher(): (text: string) => number[] {
  const folded = new Int32Array(0x10000);
  const foldUnit = (unit: number): number => {
    const letter = fold(String.fromCharCode(unit));
    const code = letter === '' ? mark : /[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : separator;
    folded[unit] = code;
    return code;
  };
  const fnvOffset = 0x811c9dc5 | 0;
  return (text) => {
    const hashes: number[] = [];
    let hash = fnvOffset;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const letter = folded[unit] || foldUnit(unit);
      if (letter > mark) hash = Math.imul(hash ^ letter, 0x01000193);
      else if (letter === separator && hash !== fnvOffset) {
        hashes.push(hash);
        hash = fnvOffset;
      }
    }
    if (hash !== fnvOffset) hashes.push(hash);
    return hashes;
  };
}

/** The hashes of all runs of five syllables of a text, distinct and ascending, which is a random order of the runs. */
export function shingles(syllables: readonly number[]): Int32Array {
  const all = new Int32Array(Math.max(0, syllables.length - shingleLength + 1));
  let rolling = 0;
  for (const [index, syllable] of syllables.entries()) {
    const leaving = syllables[index - shingleLength] ?? 0;
    rolling = (Math.imul(rolling, base) + syllable - Math.imul(leaving, baseToLength)) | 0;
    if (index >= shingleLength - 1) all[index - shingleLength + 1] = finalize(rolling);
  }
  all.sort();
  return all.filter((hash, index) => index === 0 || hash !== all[index - 1]);
}

/** The finalizer of MurmurHash3: it spreads similar numbers. */
function finalize(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
