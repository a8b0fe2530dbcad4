import type { CompiledAbbreviations } from '#search/compile-abbreviations.ts';
import { hash32 } from '#search/hash.ts';
import { tokenize } from '#search/tokenize.ts';

/** The adjacent word pairs of a text as hashes of 32 bits (of a million pairs some hundred collide). */
export function wordPairs(text: string, abbreviations: CompiledAbbreviations): number[] {
  const pairs: number[] = [];
  let previous = 0;
  for (const { key, marks, followsPrevious } of tokenize(text, abbreviations)) {
    const word = hash32(key) + marks;
    if (followsPrevious) pairs.push((Math.imul(previous, 0x9e3779b1) + word) | 0);
    previous = word;
  }
  return pairs;
}
