import { isSyllable } from './syllable.ts';

/** Whether a text is sentences in Vietnamese, not code or a list of names: most words are syllables, many with marks. */
export function isVietnameseProse(text: string): boolean {
  if (/[{};=<>\\|]/.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const syllables = words.filter((word) => isSyllable(word.toLowerCase()));
  const marked = syllables.filter((word) => /[^a-z]/i.test(word));
  return words.length >= 4 && syllables.length >= words.length * 0.7 && marked.length >= words.length * 0.25;
}
