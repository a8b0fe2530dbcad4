import type { Document, Element } from '@xmldom/xmldom';
import { decodeFontText, type FontEncoding, fontEncoding } from '#vietnamese/font-encoding.ts';
import type { AddNote } from '../import-note.ts';
import type { WordStyles } from './word-styles.ts';
import { ancestorNamed, elementsNamed } from './word-xml.ts';

/** A text of a run whose font has letters of its own. */
interface LegacyText {
  readonly element: Element;
  readonly encoding: FontEncoding;
}

/** Converts the letters of the fonts “.Vn…” and “VNI-…” to Unicode, paragraph by paragraph. */
export function convertLegacyFonts(document: Document, styles: WordStyles, addNote: AddNote): void {
  const fonts = new Set<string>();
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const texts: LegacyText[] = elementsNamed(paragraph, 'w:t').flatMap((element) => {
      const run = ancestorNamed(element, 'w:r');
      if (!run || ancestorNamed(element, 'w:p') !== paragraph) return [];
      const font = styles.fontOf(run, paragraph);
      const encoding = fontEncoding(font);
      if (!encoding) return [];
      fonts.add(font);
      return { element, encoding };
    });
    if (texts.length > 0) convertTexts(texts);
  }
  if (fonts.size > 0)
    addNote('changed', `chữ của phông ${[...fonts].sort().join(', ')} đổi thành Unicode: đọc lại một lượt`);
}

/** A vowel and its mark may stand in two runs: all runs of a font in a row are decoded as one text. */
function convertTexts(texts: readonly LegacyText[]): void {
  const decoded = decodeFontText(
    texts.map(({ element, encoding }) => ({ text: fromSymbols(element.textContent ?? ''), encoding })),
  );
  for (const [index, { element }] of texts.entries()) element.textContent = decoded[index] ?? '';
}

/** Word writes the letters of a symbol font from U+F020 on. */
function fromSymbols(text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000));
}
