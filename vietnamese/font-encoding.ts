import { decodeTcvn3, decodeVni } from './legacy-encoding.ts';
import { isSyllable } from './syllable.ts';

/** The encoding of a font that has Vietnamese letters in the places of others. */
export interface FontEncoding {
  readonly name: 'TCVN3' | 'VNI-Windows';
  /** A font of capitals, which have the codes of small letters. */
  readonly isCapital: boolean;
}

/** The encoding that the name of a font tells: ".VnTime", ".VnArialH", "VNI-Times"; undefined for other fonts. */
export function fontEncoding(font: string): FontEncoding | undefined {
  if (/^\.Vn/i.test(font)) return { name: 'TCVN3', isCapital: /H( |$)/.test(font) };
  return /^VNI[- ]/i.test(font) ? { name: 'VNI-Windows', isCapital: false } : undefined;
}

/** A text in a font with an encoding. */
export interface FontText {
  readonly text: string;
  readonly encoding: FontEncoding;
}

/** The texts of a paragraph in Unicode, in their order; as they are when they say more Vietnamese that way. */
export function decodeFontText(texts: readonly FontText[]): string[] {
  const decoded = decodeAll(texts);
  const written = texts.map(({ text }) => text);
  return syllableCount(decoded.join('')) >= syllableCount(written.join('')) ? decoded : written;
}

function decodeAll(texts: readonly FontText[]): string[] {
  return texts.map(({ text, encoding: { name, isCapital } }, index) => {
    if (name === 'TCVN3') return isCapital ? decodeTcvn3(text).toUpperCase() : decodeTcvn3(text);
    const next = texts[index + 1];
    const [mark = ''] = next?.encoding.name === name ? (vniMark.exec(next.text) ?? []) : [];
    const previous = texts[index - 1];
    const isTaken = previous?.encoding.name === name && /[aeouyôö]$/i.test(previous.text);
    const own = isTaken ? text.replace(vniMark, '') : text;
    return decodeVni(/[aeouyôö]$/i.test(own) ? own + mark : own);
  });
}

/** A sign at the beginning of a text that marks the vowel at the end of the text before. */
const vniMark = /^[ùøûõïêéèúüëâáàåãä]/i;

/** How many words with letters beyond ASCII are Vietnamese syllables, less those that are not. */
function syllableCount(text: string): number {
  const words = (text.normalize('NFC').match(/[\p{L}\p{S}\u00AD-\u00BF]+/gu) ?? []).filter((word) =>
    /[^\0-\x7F]/.test(word),
  );
  return words.reduce((count, word) => count + (isSyllable(word.toLowerCase()) ? 1 : -1), 0);
}
