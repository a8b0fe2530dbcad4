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
  let mix = mixed(begun, text);
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

function mixed(begun: number, text: string): number {
  let mix = begun;
  for (let i = 0; i < text.length; i++) mix = Math.imul(mix ^ text.charCodeAt(i), 0x01000193);
  return mix;
}
