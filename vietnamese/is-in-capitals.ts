import { isSyllable } from './syllable.ts';

/**
 * Whether a sentence or title is all capitals, with at least four words of two letters or more, most of them not
 * abbreviations: "HỘI NGHỊ TỔNG KẾT NĂM" is, "HĐND, UBND, MTTQ, LĐLĐ" and "LIÊN HIỆP" are not.
 */
export function isInCapitals(text: string): boolean {
  if (/[a-z]/.test(text) || text !== text.toUpperCase()) return false;
  const words = text.normalize('NFC').match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 4 && words.filter(isSyllable).length > words.length / 2;
}
