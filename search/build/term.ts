/**
 * A word, or two side by side, as an index knows them: by the hash of their letters and by their marks. The few whose
 * letters share a hash are one.
 */
export interface Term {
  readonly hash: number;
  /** Of one word its marks; of two those of both in one number (`marksOfPair`). */
  readonly marks: number;
}

const marksBits = 14;
/** What the marks of a word stay below: seven letters of three shapes each and six tones are 13,122. */
export const mostMarks = 2 ** marksBits;

/** The marks of two words as one number. */
export function marksOfPair(first: number, second: number): number {
  return first * mostMarks + second;
}

/** The marks of each of a term's words. */
export function marksOfWords(marks: number, words: 1 | 2): readonly number[] {
  return words === 1 ? [marks] : [marks >>> marksBits, marks % mostMarks];
}
