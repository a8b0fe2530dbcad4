import { syllableCount } from '#vietnamese/count.ts';

/** Vietnamese syllables an adult reads in a minute, on the slow side: many of our readers are older. */
const syllablesPerMinute = 180;

/** Whole minutes to read a text, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(syllableCount(text) / syllablesPerMinute));
}
