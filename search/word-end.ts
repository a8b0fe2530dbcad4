/** Letters and digits, and marks, which stand alone in NFD. */
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const [inWord, other] = [1, 2];
/** The kind of each UTF-16 code unit, 0 while unknown: with a pattern, splitting a text takes three times as long. */
const kinds = new Uint8Array(0x1_0000);

/** The end of the word that begins at an index of a text; the index itself if none does. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const kind = kinds[text.charCodeAt(end)] || kindAt(text, end);
    if (kind === other) break;
    end += isSurrogate(text.charCodeAt(end)) ? 2 : 1;
  }
  return end;
}

function kindAt(text: string, index: number): number {
  const kind = wordCharacter.test(String.fromCodePoint(text.codePointAt(index) ?? 0)) ? inWord : other;
  const unit = text.charCodeAt(index);
  // Characters of two units can differ in kind although they begin with the same one.
  if (!isSurrogate(unit)) kinds[unit] = kind;
  return kind;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
