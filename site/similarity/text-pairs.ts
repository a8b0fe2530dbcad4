import type { Abbreviations } from '#search/abbreviations.ts';
import { hash } from '#search/hash.ts';
import { words } from '#search/words.ts';

/** The adjacent word pairs of a text as hashes of 32 bits (of a million pairs some hundred collide). */
export function textPairs(text: string, abbreviations: Abbreviations): number[] {
  const pairs: number[] = [];
  let previous = 0;
  for (const { key, marks, joined } of words(text, abbreviations)) {
    const word = hash(key) + marks;
    if (joined) pairs.push((Math.imul(previous, 0x9e3779b1) + word) | 0);
    previous = word;
  }
  return pairs;
}
