/** Vietnamese syllables an adult reads in a minute, on the slow side: many of our readers are older. */
const syllablesPerMinute = 180;

/** Whole minutes to read so many syllables, at least one. */
export function readingMinutes(syllables: number): number {
  return Math.max(1, Math.round(syllables / syllablesPerMinute));
}
