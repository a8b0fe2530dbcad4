/** A number as it is printed: 1234567 → "1.234.567" */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** How many syllables (space-separated words with a letter or digit) a text has. */
export function syllableCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
