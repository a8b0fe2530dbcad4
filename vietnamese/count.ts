/** How many syllables (space-separated words with a letter or digit) a text has. */
export function syllableCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
