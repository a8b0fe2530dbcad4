const beginning = 0x811c9dc5;

/** A text as a number of 32 bits, near texts far apart (FNV-1a, then the last step of MurmurHash3). */
export function hash(text: string): number {
  return hashAfter(beginning, text);
}

/** How far the hash of any text that begins with this one has come: hashAfter(begun('hà '), 'nội') is hash('hà nội'). */
export function begun(text: string): number {
  return mixed(beginning, text);
}

/** The hash of a text whose beginning was hashed already. */
export function hashAfter(begun: number, text: string): number {
  return finished(mixed(begun, text));
}

/** A text as a number of 53 bits, where one of 32 would be shared too soon. */
export function wideHash(text: string): number {
  let [mix, other] = [beginning, ~beginning];
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    mix = Math.imul(mix ^ letter, 0x01000193);
    other = Math.imul(other ^ letter, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return finished(mix) * 2 ** 21 + (finished(other) >>> 11);
}

function mixed(begun: number, text: string): number {
  let mix = begun;
  for (let i = 0; i < text.length; i++) mix = Math.imul(mix ^ text.charCodeAt(i), 0x01000193);
  return mix;
}

function finished(mixed: number): number {
  let mix = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
