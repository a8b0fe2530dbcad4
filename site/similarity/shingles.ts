import { fold } from '#vietnamese/fold.ts';

const shingleLength = 5;
const separator = 1;
const mark = 2;
const base = 0x2c1b3c6d;
const baseToLength = Array.from({ length: shingleLength }, () => base).reduce(Math.imul, 1);

/** A reader that gives a text's syllables, folded, as numbers (FNV-1a); each letter is folded once. */
export function syllableReader(): (text: string) => number[] {
  const folded = new Int32Array(0x10000);
  const learn = (unit: number): number => {
    const letter = fold(String.fromCharCode(unit));
    const as = letter === '' ? mark : /[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : separator;
    folded[unit] = as;
    return as;
  };
  const empty = 0x811c9dc5 | 0;
  return (text) => {
    const hashes: number[] = [];
    let hash = empty;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const letter = folded[unit] || learn(unit);
      if (letter > mark) hash = Math.imul(hash ^ letter, 0x01000193);
      else if (letter === separator && hash !== empty) {
        hashes.push(hash);
        hash = empty;
      }
    }
    if (hash !== empty) hashes.push(hash);
    return hashes;
  };
}

/** Every run of five of a text's syllables as a number, each once, in an order that is as good as random. */
export function shingles(syllables: readonly number[]): Int32Array {
  const all = new Int32Array(Math.max(0, syllables.length - shingleLength + 1));
  let rolling = 0;
  for (const [index, syllable] of syllables.entries()) {
    const leaving = syllables[index - shingleLength] ?? 0;
    rolling = (Math.imul(rolling, base) + syllable - Math.imul(leaving, baseToLength)) | 0;
    if (index >= shingleLength - 1) all[index - shingleLength + 1] = mixed(rolling);
  }
  all.sort();
  return all.filter((one, index) => index === 0 || one !== all[index - 1]);
}

/** MurmurHash3's last step: numbers near each other end far apart. */
function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
