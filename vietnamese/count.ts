/** A number as it is printed: 1234567 → "1.234.567" */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** How many syllables (space-separated words with a letter or digit) a text has. */
export function syllableCount(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] || kindAt(text, at);
    if (kind === white) isCounted = false;
    else if (kind === sound && !isCounted) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

const [white, sound, silent] = [1, 2, 3];
/** Of each UTF-16 unit what it was found to be, or 0: whole archives are counted, and a pattern takes five times as long. */
const kinds = new Uint8Array(0x1_0000);

function kindAt(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = /\s/.test(character) ? white : /[\p{L}\p{N}]/u.test(character) ? sound : silent;
  // Half a character says nothing of the next one that begins like it.
  if (character.length === 1 && character.isWellFormed()) kinds[text.charCodeAt(at)] = kind;
  return kind;
}
