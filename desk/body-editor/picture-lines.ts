import { insertBelow } from './insert-block.ts';
import { replaceLines, selectedLines, type TextEdit, type TextLine, type TextSelection } from './text-edit.ts';

/** A picture with what its editor wrote about it. */
export interface DescribedPicture {
  /** The name of a file beside the item, or a blob: URL. */
  readonly address: string;
  /** What is in the picture, for those who do not see it. */
  readonly description: string;
  readonly caption: string;
}

/** The line of a picture in Markdown. */
export function pictureLine({ address, description, caption }: DescribedPicture): string {
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  const title = oneLine(caption).replace(/["\\]/g, '\\$&');
  return `![${oneLine(description).replace(/[[\]\\]/g, '\\$&')}](${target}${title === '' ? '' : ` "${title}"`})`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The block of Markdown for pictures: each by itself, or all as a gallery. */
export function pictureBlockText(pictures: readonly DescribedPicture[], asGallery: boolean): string {
  return asGallery
    ? [galleryStart, ...pictures.map(pictureLine), galleryEnd].join('\n')
    : pictures.map(pictureLine).join('\n\n');
}

/** Puts pictures below the paragraph of the caret; in a gallery, as lines of it. */
export function insertPictures(
  selection: TextSelection,
  pictures: readonly DescribedPicture[],
  asGallery: boolean,
): TextEdit {
  const gallery = galleryAround(selection);
  if (!gallery) return insertBelow(selection, pictureBlockText(pictures, asGallery));
  const current = selectedLines(selection).at(-1);
  const line = current && current !== gallery.at(-1) && current.text !== galleryEnd ? current : gallery.at(-2);
  const at = line ? line.start + line.text.length : selection.end;
  const insert = pictures.map((picture) => `\n${pictureLine(picture)}`).join('');
  return { from: at, to: at, insert, selectStart: at + insert.length, selectEnd: at + insert.length };
}

const [galleryStart, galleryEnd] = ['::: gallery', ':::'];

/**
 * Makes the selected pictures a gallery, or the gallery of the caret single pictures; undefined where the selection has
 * other text than pictures.
 */
export function toggleGallery(selection: TextSelection): TextEdit | undefined {
  const gallery = galleryAround(selection);
  if (gallery) {
    const pictures = gallery.slice(1, -1).map(({ text }) => text.trim());
    return replaceLines(wholeOf(selection.text, gallery), gallery, [
      pictures.filter((line) => line !== '').join('\n\n'),
    ]);
  }
  const lines = selectedLines(selection);
  const pictures = lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (pictures.length === 0 || pictures.some((line) => !line.startsWith('![') || !line.endsWith(')'))) return undefined;
  return replaceLines(wholeOf(selection.text, lines), lines, [galleryStart, ...pictures, galleryEnd]);
}

function wholeOf(text: string, lines: readonly TextLine[]): TextSelection {
  const last = lines.at(-1);
  return { text, start: lines[0]?.start ?? 0, end: (last?.start ?? 0) + (last?.text.length ?? 0) };
}

/** The lines of the gallery that a selection stands in, from its first to its last. */
function galleryAround({ text, start, end }: TextSelection): readonly TextLine[] | undefined {
  const lines = selectedLines({ text, start: 0, end: text.length });
  const first = lines.findLastIndex((line) => line.start <= start && /^:::\s*gallery\s*$/.test(line.text.trim()));
  if (first < 0) return undefined;
  const length = lines.slice(first + 1).findIndex((line) => line.text.trim() === galleryEnd);
  const found = length < 0 ? undefined : lines.slice(first, first + length + 2);
  const last = found?.at(-1);
  return found && last && end <= last.start + last.text.length ? found : undefined;
}
