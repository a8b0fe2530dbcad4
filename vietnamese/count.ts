/** A number with separators between thousands: 1234567 → "1.234.567" */
export function formatNumber(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The number of syllables in a text: words separated by white space that have a letter or digit. */
export function syllableCount(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let i = 0; i < text.length; i++) {
    const kind = kindOfUnit[text.charCodeAt(i)] || kindAt(text, i);
    if (kind === space) isCounted = false;
    else if (kind === letterOrDigit && !isCounted) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

const [space, letterOrDigit, other] = [1, 2, 3];
/** The kind of each UTF-16 code unit, 0 while unknown: a cache, because a pattern takes five times as long. */
const kindOfUnit = new Uint8Array(0x1_0000);

function kindAt(text: string, index: number): number {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const kind = /\s/.test(character) ? space : /[\p{L}\p{N}]/u.test(character) ? letterOrDigit : other;
  // Surrogates are not cached: characters with the same first half can differ in kind.
  if (character.length === 1 && character.isWellFormed()) kindOfUnit[text.charCodeAt(index)] = kind;
  return kind;
}
