/** The reading speed of a slow adult reader: many of our readers are older. */
const syllablesPerMinute = 180;

/** The reading time of a text with so many syllables, in whole minutes, at least one. */
export function readingMinutes(syllables: number): number {
  return Math.max(1, Math.round(syllables / syllablesPerMinute));
}
