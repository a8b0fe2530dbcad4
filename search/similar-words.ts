import { likelyInitials, typingDistance } from '#vietnamese/typing-distance.ts';
import { initialOf } from './index-manifest.ts';
import type { SearchIndex } from './search-index.ts';

/** A word of the site, and its typingDistance from a typed one. */
export interface SimilarWord {
  readonly key: string;
  readonly distance: number;
}

/** Words differ from typed ones in at most so many letters, and by at most this typingDistance. */
const maxLetters = 2;
export const maxDistance = 1.9;
/** How much less likely the thousandth most frequent word of an initial is than the first, in the same unit. */
const rarity = 0.5;
const allInitials = 'abcdefghijklmnopqrstuvwxyz';

/** The words of the site that a typed one may stand for, the nearest first; a thorough search reads more files. */
export async function similarWords(index: SearchIndex, typed: string, isThorough: boolean): Promise<SimilarWord[]> {
  if (typed.length < 2 || !/^[a-z]+$/.test(typed)) return [];
  const initials = isThorough ? allInitials : likelyInitials(typed).replace(/[^a-z]/g, '');
  const known = await index.words([...new Set(initials + initialOf(typed))].join(''));
  const limit = typed.length < 3 ? 0.9 : Math.min(maxDistance, typed.length * 0.35);
  const letters = letterSet(typed);
  const found: (SimilarWord & { readonly cost: number })[] = [];
  const positions = new Map<string, number>();
  for (const key of known.keys()) {
    const position = positions.get(key.charAt(0)) ?? 0;
    positions.set(key.charAt(0), position + 1);
    if (key === typed || Math.abs(key.length - typed.length) > maxLetters || /[^a-z]/.test(key)) continue;
    if (bitCount(letters & ~letterSet(key)) > maxLetters || bitCount(letterSet(key) & ~letters) > maxLetters) continue;
    const distance = typingDistance(typed, key);
    if (distance <= limit) found.push({ key, distance, cost: distance + (rarity * position) / 1000 });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** The letters of a word as bits. */
function letterSet(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) - 97);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
