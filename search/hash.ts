/** A text as a number of 32 bits, near texts far apart (FNV-1a, then the last step of MurmurHash3). */
export function hash(text: string): number {
  let mix = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mix = Math.imul(mix ^ text.charCodeAt(i), 0x01000193);
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
