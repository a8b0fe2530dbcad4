const fnvOffset = 0x811c9dc5;

/** The 32-bit hash of a text (FNV-1a, then the finalizer of MurmurHash3, so that similar texts have distant hashes). */
export function hash32(text: string): number {
  return hashWithPrefix(fnvOffset, text);
}

/** The hash state after a prefix: hashWithPrefix(hashPrefix('hà '), 'nội') equals hash32('hà nội'). */
export function hashPrefix(text: string): number {
  return fnv1a(fnvOffset, text);
}

/** The 32-bit hash of a prefix, given by its hash state, followed by a text. */
export function hashWithPrefix(prefixState: number, text: string): number {
  return finalize(fnv1a(prefixState, text));
}

const groupBits = 15;
const memberBits = 32 - groupBits;
/** How many members a group can tell apart. */
export const groupSize = 2 ** memberBits;

/**
 * The 32-bit hash of two adjacent words, the first given by the hash state after it and a space. Its high bits depend
 * only on the first word and the first letter of the second, so that the pairs a reader may be typing are together.
 */
export function pairHash(prefixState: number, second: string): number {
  const mix = Math.imul(prefixState ^ Math.imul(second.charCodeAt(0), 0x9e3779b1), 0x85ebca6b);
  const group = (mix ^ (mix << groupBits)) & ~(groupSize - 1);
  return (group | (hashWithPrefix(prefixState, second) & (groupSize - 1))) >>> 0;
}

/** The 53-bit hash of a text, for uses in which 32 bits would collide too often. */
export function hash53(text: string): number {
  let [state, other] = [fnvOffset, ~fnvOffset];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    state = Math.imul(state ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return finalize(state) * 2 ** 21 + (finalize(other) >>> 11);
}

function fnv1a(initial: number, text: string): number {
  let state = initial;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state;
}

function finalize(state: number): number {
  let mix = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
