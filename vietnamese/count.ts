/** A number as it is printed: 1234567 → "1.234.567" */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** How many syllables (space-separated words with a letter or digit) a text has. */
export function syllableCount(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
