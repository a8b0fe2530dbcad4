import type { Abbreviations } from '#search/abbreviations.ts';
import { hash } from '#search/hash.ts';
import { words } from '#search/words.ts';

/** The pairs of neighbouring words of a text as numbers (of a million some hundred share one). */
export function textPairs(text: string, abbreviations: Abbreviations): number[] {
  const pairs: number[] = [];
  let before = 0;
  for (const { key, marks, joined } of words(text, abbreviations)) {
    const word = hash(key) + marks;
    if (joined) pairs.push((Math.imul(before, 0x9e3779b1) + word) | 0);
    before = word;
  }
  return pairs;
}
