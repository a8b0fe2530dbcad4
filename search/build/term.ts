/**
 * A word or a pair of adjacent words in the index: the hash of the letters, and the marks. Terms whose hashes collide,
 * which is rare, are the same term.
 */
export interface Term {
  readonly hash: number;
  /** The marks of the word; for a pair those of both words in one number (`combineMarks`). */
  readonly marks: number;
}

const marksBits = 14;
/** The exclusive upper bound of a word's marks: seven letters of three shapes each and six tones are 13,122. */
export const marksUpperBound = 2 ** marksBits;

/** The marks of two words as one number. */
export function combineMarks(first: number, second: number): number {
  return first * marksUpperBound + second;
}

/** The marks of each word of a term. */
export function splitMarks(marks: number, words: 1 | 2): readonly number[] {
  return words === 1 ? [marks] : [marks >>> marksBits, marks % marksUpperBound];
}
