import type { Document } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { SettingsError } from '#site/settings.ts';
import type { AddNote } from '../import-note.ts';
import { convertLegacyFonts } from './convert-legacy-fonts.ts';
import { removeUnprintable, tellSurroundings, tellTrackedChanges } from './left-out.ts';
import { writeNumberLabels } from './number-labels.ts';
import { openWordFile } from './open-word-file.ts';
import { liftTextBoxes } from './text-boxes.ts';
import { type TurnPicture, turnPictures } from './turn-pictures.ts';
import { WordStyles } from './word-styles.ts';
import { ancestorNamed, elementsNamed, readPart, renameElement, writePart } from './word-xml.ts';

/** A document as HTML, and its pictures by the names that its images have. */
export interface ConvertedDocument {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Reads a .docx, in browsers too. Throws a SettingsError whose Vietnamese sentence says what else to do when it is none.
 */
export async function readWordFile(
  bytes: Uint8Array,
  turnPicture: TurnPicture,
  addNote: AddNote,
): Promise<ConvertedDocument> {
  const zip = await openWordFile(bytes);
  const expected = await prepare(zip, turnPicture, addNote);
  const converted = await convert(zip, addNote);
  tellMissing(expected, converted.html, addNote);
  return converted;
}

/** What the text of a document holds. */
interface Expected {
  readonly letters: number;
  readonly pictures: number;
}

/** Tells what the converter lost without a word. */
function tellMissing({ letters, pictures }: Expected, html: string, addNote: AddNote): void {
  const lostPictures = pictures - (html.match(/<img /g)?.length ?? 0);
  if (lostPictures > 0)
    addNote('left out', `${lostPictures} ảnh không đọc được, hay không nằm trong tệp Word · xin ảnh gốc, đặt cạnh bài`);
  const lostLetters = letters - countLetters(html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, ''));
  if (lostLetters > 0) addNote('to do', `${lostLetters} chữ cái của tệp Word không vào bài · so lại với tệp gốc`);
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Containers of runs that the converter does not know, by one that it does: their text stays. */
const transparent = ['w:fldSimple', 'w:dir', 'w:bdo'];

/** Changes the parts of a document so that the converter reads them as Word shows them. */
async function prepare(zip: JSZip, turnPicture: TurnPicture, addNote: AddNote): Promise<Expected> {
  let expected: Expected = { letters: 0, pictures: 0 };
  const styles = new WordStyles(await readPart(zip, 'word/styles.xml'));
  const numbering = await readPart(zip, 'word/numbering.xml');
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const part = await readPart(zip, name);
    if (!part) continue;
    prepareText(part, styles, addNote);
    if (name === 'word/document.xml') {
      writeNumberLabels(part, numbering, styles);
      expected = expectedOf(part);
      await turnPictures(zip, part, turnPicture, addNote);
    }
    writePart(zip, name, part);
  }
  // Its numbers are text now.
  zip.remove('word/numbering.xml');
  await tellSurroundings(zip, addNote);
  return expected;
}

function expectedOf(document: Document): Expected {
  const texts = elementsNamed(document, 'w:t').filter((text) => !ancestorNamed(text, 'w:del', 'w:moveFrom'));
  return {
    letters: texts.reduce((sum, { textContent }) => sum + countLetters(textContent ?? ''), 0),
    pictures: elementsNamed(document, 'a:blip', 'v:imagedata').length,
  };
}

function prepareText(part: Document, styles: WordStyles, addNote: AddNote): void {
  for (const element of elementsNamed(part, ...transparent)) renameElement(element, 'w:smartTag');
  liftTextBoxes(part, addNote);
  removeUnprintable(part, addNote);
  tellTrackedChanges(part, addNote);
  convertLegacyFonts(part, styles, addNote);
}

/** The styles of Word as classes and elements that the repairs know. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='centered'] => p.centered:fresh",
  "p[style-name='right'] => p.right:fresh",
  'strike => s',
];

async function convert(zip: JSZip, addNote: AddNote): Promise<ConvertedDocument> {
  const { default: mammoth } = await import('mammoth');
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  const names = new Map<string, string>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    const extension = extensions[image.contentType];
    if (!extension) return { src: '', alt: '', 'data-lost': image.contentType };
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
    const name = names.get(hash) ?? `anh-${names.size + 1}${extension}`;
    names.set(hash, name);
    pictures.set(name, bytes);
    return { src: name };
  });
  const arrayBuffer = await zip.generateAsync({ type: 'arraybuffer' });
  // The converter reads one of the two in browsers, the other in Node.
  const input = { arrayBuffer, buffer: arrayBuffer };
  const options = { styleMap, convertImage, ignoreEmptyParagraphs: true, transformDocument: nameAlignments };
  const { value } = await mammoth.convertToHtml(input, options).catch((error: unknown) => {
    throw new SettingsError(`không đọc được tệp (${String(error)}): mở bằng Word, lưu lại rồi nhập.`);
  });
  const lost = value.match(/data-lost="[^"]*"/g)?.length ?? 0;
  if (lost > 0)
    addNote(
      'left out',
      `${lost} ảnh ở dạng của riêng Word (EMF, WMF) · trong Word bấm phải vào ảnh, chọn Lưu thành ảnh, kiểu PNG`,
    );
  return { html: value, pictures };
}

const extensions: Readonly<Record<string, string>> = {
  ...{ 'image/jpeg': '.jpg', 'image/jpg': '.jpg', 'image/png': '.png', 'image/gif': '.gif', 'image/webp': '.webp' },
  // Written as JPEG.
  'image/tiff': '.jpg',
};

interface DocumentElement {
  readonly type?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly alignment?: string | null;
  readonly children?: readonly DocumentElement[];
}

/** Gives paragraphs without a style of their own the name of their alignment. */
function nameAlignments(element: DocumentElement): DocumentElement {
  const children = element.children?.map(nameAlignments);
  const isPlain = element.type === 'paragraph' && /^(normal|body text.*|default.*|)$/i.test(element.styleName ?? '');
  const name = isPlain
    ? ({ center: 'centered', right: 'right', end: 'right' }[element.alignment ?? ''] ?? undefined)
    : undefined;
  return { ...element, ...(children && { children }), ...(name && { styleName: name, styleId: name }) };
}
